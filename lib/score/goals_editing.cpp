// SPDX-License-Identifier: MIT
#include "score/goals_editing.hpp"

#include "model/date.hpp"
#include "model/error.hpp"
#include "score/goals_file.hpp"
#include "text/ascii.hpp"
#include "text/toml_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace knowwho {
namespace {

constexpr auto file_word = std::string_view{"goals.toml"};

std::string literal(std::string const& text)
{
    auto quoted = std::string{"\""};
    for (char const c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (c == '\n') {
            quoted += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string literal(std::vector<std::string> const& texts)
{
    auto quoted = std::vector<std::string>{};
    std::ranges::transform(texts, std::back_inserter(quoted), [](std::string const& text) { return literal(text); });
    return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string literal(double number) { return fmt::format("{}", number); } // reads back as the same number
std::string literal(int number) { return fmt::format("{}", number); }
std::string literal(std::optional<PartialDate> const& date) { return date ? to_iso(*date) : std::string{}; }
std::string literal(Language language) { return language == Language::english ? "\"en\"" : "\"de\""; }
std::string literal(Address address) { return address == Address::du ? "\"du\"" : "\"Sie\""; }
std::string literal(GoalKind kind) { return fmt::format("\"{}\"", to_text(kind)); }

/// A file without a goal is none yet: its other values are read as if it had one.
Goals goals_so_far(toml::table const& file, std::string_view text)
{
    if (file.contains("goal")) {
        return parse_goals(text, file_word);
    }
    auto goals = parse_goals(std::string{text} + "\n[[goal]]\nwant = \"somebody\"\n", file_word);
    goals.goals.clear();
    return goals;
}

/// Collects the pieces of a text that are to be replaced, and replaces them.
class GoalsEditor {
public:
    explicit GoalsEditor(std::string_view text) : m_text(text), m_file(parse_toml(text, file_word)), m_now(goals_so_far(m_file, text))
    {
        m_lines.push_back(0);
        for (auto at = m_text.find('\n'); at != m_text.npos; at = m_text.find('\n', at + 1)) {
            m_lines.push_back(at + 1);
        }
    }

    void put(GoalsEdit const& edit)
    {
        put_event(edit.event);
        put_profile(edit.me);
        put_goals(edit.goals);
    }

    bool has_work() const { return !m_changes.empty() || !m_appended.empty(); }

    std::string result() const
    {
        auto changes = m_changes;
        std::ranges::stable_sort(changes, {}, &Change::begin);
        auto text = std::string{};
        std::size_t at = 0;
        for (auto const& change : changes) {
            text += m_text.substr(at, change.begin - std::min(at, change.begin));
            text += change.text;
            at = std::max(at, change.end);
        }
        text += m_text.substr(at);
        if (!m_appended.empty() && !text.empty()) {
            text += text.ends_with('\n') ? "\n" : "\n\n";
        }
        return text + m_appended;
    }

private:
    struct Change {
        std::size_t begin;
        std::size_t end;
        std::string text;
    };

    /// A table that is there, or the lines that a new one will have.
    struct Place {
        toml::table const* table;
        std::string* lines;
    };

    std::size_t line_start(std::size_t line) const { return line <= m_lines.size() ? m_lines[line - 1] : m_text.size(); }

    /// Columns count code points from 1.
    std::size_t offset_of(toml::source_position const& position) const
    {
        auto at = line_start(position.line);
        for (auto left = position.column; left > 1 && at < m_text.size(); --left) {
            do {
                ++at;
            } while (at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xc0) == 0x80);
        }
        return at;
    }

    /// The line after the last value of a table, or after its head.
    std::size_t end_of(toml::table const& table) const
    {
        auto line = table.source().begin.line;
        for (auto const& [key, node] : table) {
            line = std::max(line, node.source().end.line);
        }
        return line_start(std::size_t{line} + 1);
    }

    void insert(toml::table const& table, std::string const& line)
    {
        if (table.is_inline()) {
            throw Error{ExitCode::usage, "a table of the goals file stands in braces: a key cannot be added to it here", "change the text itself"};
        }
        auto const at = end_of(table);
        bool const needs_end = at == m_text.size() && !m_text.ends_with('\n');
        m_changes.push_back({at, at, needs_end ? "\n" + line : line});
    }

    void replace(toml::key const& key, toml::node const& node, std::string const& value)
    {
        auto const begin = offset_of(value.empty() ? key.source().begin : node.source().begin);
        auto const end = offset_of(node.source().end);
        if (node.is_array() && m_text.substr(begin, end - begin).find('#') != m_text.npos) {
            throw Error{ExitCode::usage, fmt::format("the list '{}' of the goals file has a comment in it that would be lost", key.str()), "change the text itself"};
        }
        m_changes.push_back({begin, end, value});
    }

    template <typename Value>
    void put(Place const& place, std::string_view key, Value const& now, Value const& wanted)
    {
        if (now == wanted) {
            return;
        }
        auto const value = literal(wanted);
        if (place.table == nullptr) {
            *place.lines += fmt::format("{} = {}\n", key, value);
            return;
        }
        auto const found = place.table->find(key);
        if (found == place.table->end()) {
            insert(*place.table, fmt::format("{} = {}\n", key, value));
        } else {
            replace(found->first, found->second, value);
        }
    }

    /// `fill` puts the values into the table of that name, or into a new one at the end of the file.
    template <typename Fill>
    void in_table(std::string_view name, Fill fill)
    {
        auto lines = std::string{};
        fill(Place{m_file[name].as_table(), &lines});
        append(fmt::format("[{}]\n", name), lines);
    }

    void append(std::string const& head, std::string const& lines)
    {
        if (!lines.empty()) {
            m_appended += (m_appended.empty() ? "" : "\n") + head + lines;
        }
    }

    void put_event(EventPlan const& wanted)
    {
        in_table("event", [&](Place const& place) {
            auto const& now = m_now.event;
            put(place, "name", now.name, wanted.name);
            put(place, "place", now.place, wanted.place);
            put(place, "starts", now.starts, wanted.starts);
            put(place, "ends", now.ends, wanted.ends);
            put(place, "language", now.language, wanted.language);
            put(place, "address", now.address, wanted.address);
            put(place, "no_show", now.no_show, wanted.no_show);
        });
    }

    void put_profile(Profile const& wanted)
    {
        in_table("me", [&](Place const& place) {
            auto const& now = m_now.me;
            put(place, "name", now.name, wanted.name);
            put(place, "introduction", now.introduction, wanted.introduction);
            put(place, "offers", now.offers, wanted.offers);
            put(place, "common_ground", now.common_ground, wanted.common_ground);
            put(place, "prepare_minutes", now.prepare_minutes, wanted.prepare_minutes);
        });
    }

    void put_goal(Place const& place, Goal const& now, Goal const& wanted)
    {
        if (!wanted.name.empty()) {
            put(place, "name", now.name, wanted.name);
        }
        put(place, "kind", now.kind, wanted.kind);
        put(place, "want", now.want, wanted.want);
        put(place, "weight", now.weight, wanted.weight);
        put(place, "organisations", now.organisations, wanted.organisations);
        put(place, "places", now.places, wanted.places);
        put(place, "must", now.must, wanted.must);
        put(place, "avoid", now.avoid, wanted.avoid);
        put(place, "ask", now.ask, wanted.ask);
    }

    void put_goals(std::vector<EditedGoal> const& wanted)
    {
        auto const* const list = m_file["goal"].as_array();
        auto kept = std::vector<bool>(m_now.goals.size());
        for (auto const& one : wanted) {
            bool const is_there = one.origin && *one.origin < kept.size() && !kept[*one.origin];
            auto lines = std::string{};
            if (is_there) {
                kept[*one.origin] = true;
                put_goal({list->get(*one.origin)->as_table(), &lines}, m_now.goals[*one.origin], one.goal);
            } else {
                put_goal({nullptr, &lines}, {}, one.goal);
                append("[[goal]]\n", lines);
            }
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i]) {
                take_out(*list->get(i)->as_table());
            }
        }
    }

    void take_out(toml::table const& table)
    {
        if (table.is_inline()) {
            throw Error{ExitCode::usage, "a goal of the file stands in braces: it cannot be taken out here", "change the text itself"};
        }
        auto const first = std::size_t{table.source().begin.line};
        auto next = next_head(first);
        while (next > first + 1 && next <= m_lines.size() && is_comment(next - 1)) {
            --next;
        }
        m_changes.push_back({line_start(first), line_start(next), {}});
    }

    bool is_comment(std::size_t line) const { return trimmed(m_text.substr(line_start(line), line_start(line + 1) - line_start(line))).starts_with('#'); }

    /// The line of the next table's head; one past the last line if there is none.
    std::size_t next_head(std::size_t line) const
    {
        auto next = m_lines.size() + 1;
        auto const look = [&](toml::node const& node) {
            auto const at = std::size_t{node.source().begin.line};
            next = at > line ? std::min(next, at) : next;
        };
        for (auto const& [key, node] : m_file) {
            auto const* const list = node.as_array();
            node.is_table() ? look(node) : void();
            for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
                look(*list->get(i));
            }
        }
        return next;
    }

    std::string_view m_text;
    toml::table m_file;
    Goals m_now;
    std::vector<std::size_t> m_lines; ///< where each line starts
    std::vector<Change> m_changes;
    std::string m_appended;
};

/// The edit as it has to hold of the file that came of it.
GoalsEdit as_written(GoalsEdit edit)
{
    for (std::size_t i = 0; i < edit.goals.size(); ++i) {
        edit.goals[i].origin = i;
    }
    return edit;
}

} // namespace

std::string edit_goals(std::string_view toml, GoalsEdit const& edit)
{
    auto editor = GoalsEditor{toml};
    editor.put(edit);
    auto text = editor.result();
    parse_goals(text, file_word);
    auto check = GoalsEditor{text};
    check.put(as_written(edit));
    if (check.has_work()) {
        throw Error{ExitCode::usage, "the goals file is written in a way that cannot be changed value by value", "change the text itself"};
    }
    return text;
}

} // namespace knowwho
