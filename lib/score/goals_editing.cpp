// SPDX-License-Identifier: MIT
#include "score/goals_editing.hpp"

#include "model/date.hpp"
#include "model/error.hpp"
#include "score/goals_file.hpp"
#include "score/toml_changes.hpp"

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

/// Lays the values of an edit over those of a file.
class GoalsEditor {
public:
    explicit GoalsEditor(std::string_view text) : m_changes(text, file_word), m_now(goals_so_far(m_changes.file(), text)) {}

    void put(GoalsEdit const& edit)
    {
        put_event(edit.event);
        put_profile(edit.me);
        put_goals(edit.goals);
    }

    bool has_work() const { return m_changes.has_work(); }
    std::string result() const { return m_changes.result(); }

private:
    template <typename Value>
    void put(TomlPlace const& place, std::string_view key, Value const& now, Value const& wanted)
    {
        if (now != wanted) {
            m_changes.put(place, key, literal(wanted));
        }
    }

    /// `fill` puts the values into the table of that name, or into a new one at the end of the file.
    template <typename Fill>
    void in_table(std::string_view name, Fill fill)
    {
        auto lines = std::string{};
        fill(TomlPlace{m_changes.file()[name].as_table(), &lines});
        m_changes.append(fmt::format("[{}]\n", name), lines);
    }

    void put_event(EventPlan const& wanted)
    {
        in_table("event", [&](TomlPlace const& place) {
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
        in_table("me", [&](TomlPlace const& place) {
            auto const& now = m_now.me;
            put(place, "name", now.name, wanted.name);
            put(place, "introduction", now.introduction, wanted.introduction);
            put(place, "offers", now.offers, wanted.offers);
            put(place, "common_ground", now.common_ground, wanted.common_ground);
            put(place, "prepare_minutes", now.prepare_minutes, wanted.prepare_minutes);
        });
    }

    void put_goal(TomlPlace const& place, Goal const& now, Goal const& wanted)
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
        auto const* const list = m_changes.file()["goal"].as_array();
        auto kept = std::vector<bool>(m_now.goals.size());
        for (auto const& one : wanted) {
            bool const is_there = one.origin && *one.origin < kept.size() && !kept[*one.origin];
            auto lines = std::string{};
            if (is_there) {
                kept[*one.origin] = true;
                put_goal({list->get(*one.origin)->as_table(), &lines}, m_now.goals[*one.origin], one.goal);
            } else {
                put_goal({nullptr, &lines}, {}, one.goal);
                m_changes.append("[[goal]]\n", lines);
            }
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i]) {
                m_changes.take_out(*list->get(i)->as_table());
            }
        }
    }

    TomlChanges m_changes;
    Goals m_now;
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
