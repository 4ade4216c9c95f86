// SPDX-License-Identifier: MIT
#include "score/toml_changes.hpp"

#include "model/error.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace knowwho {

TomlChanges::TomlChanges(std::string_view text, std::string_view name) : m_text(text), m_file(parse_toml(text, name))
{
    m_lines.push_back(0);
    for (auto at = m_text.find('\n'); at != m_text.npos; at = m_text.find('\n', at + 1)) {
        m_lines.push_back(at + 1);
    }
}

void TomlChanges::put(TomlPlace const& place, std::string_view key, std::string const& value)
{
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

void TomlChanges::append(std::string const& head, std::string const& lines)
{
    if (!lines.empty()) {
        m_appended += (m_appended.empty() ? "" : "\n") + head + lines;
    }
}

void TomlChanges::take_out(toml::table const& table)
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

std::string TomlChanges::result() const
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

/// Columns count code points from 1.
std::size_t TomlChanges::offset_of(toml::source_position const& position) const
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
std::size_t TomlChanges::end_of(toml::table const& table) const
{
    auto line = table.source().begin.line;
    for (auto const& [key, node] : table) {
        line = std::max(line, node.source().end.line);
    }
    return line_start(std::size_t{line} + 1);
}

/// The line of the next table's head; one past the last line if there is none.
std::size_t TomlChanges::next_head(std::size_t line) const
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

bool TomlChanges::is_comment(std::size_t line) const
{
    return trimmed(m_text.substr(line_start(line), line_start(line + 1) - line_start(line))).starts_with('#');
}

void TomlChanges::insert(toml::table const& table, std::string const& line)
{
    if (table.is_inline()) {
        throw Error{ExitCode::usage, "a table of the goals file stands in braces: a key cannot be added to it here", "change the text itself"};
    }
    auto const at = end_of(table);
    bool const needs_end = at == m_text.size() && !m_text.ends_with('\n');
    m_changes.push_back({at, at, needs_end ? "\n" + line : line});
}

void TomlChanges::replace(toml::key const& key, toml::node const& node, std::string const& value)
{
    auto const begin = offset_of(value.empty() ? key.source().begin : node.source().begin);
    auto const end = offset_of(node.source().end);
    if (node.is_array() && m_text.substr(begin, end - begin).find('#') != m_text.npos) {
        throw Error{ExitCode::usage, fmt::format("the list '{}' of the goals file has a comment in it that would be lost", key.str()), "change the text itself"};
    }
    m_changes.push_back({begin, end, value});
}

} // namespace knowwho
