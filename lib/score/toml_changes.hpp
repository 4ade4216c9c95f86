// SPDX-License-Identifier: MIT
// Changes single values of a TOML text and leaves every other byte as its writer left it.
#pragma once

#include "text/toml_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Where a value stands or shall stand: in a table that is there, or, if there is none, among the lines that a new
/// one will have.
struct TomlPlace {
    toml::table const* table;
    std::string* lines;
};

/// Collects the pieces of a text that are to be replaced, and replaces them. What cannot be changed without losing
/// something throws Error (usage), with the sentence for a goals file.
class TomlChanges {
public:
    /// Keeps a reference to `text`. `name` is for messages. Throws Error (input) for what is no TOML.
    TomlChanges(std::string_view text, std::string_view name);

    toml::table const& file() const noexcept { return m_file; }

    /// `value` as TOML writes it; an empty one takes the key away.
    void put(TomlPlace const& place, std::string_view key, std::string const& value);

    /// A new table at the end of the file, unless it has no lines.
    void append(std::string const& head, std::string const& lines);

    /// Takes a table of a list out with all its lines, but not the comment above the next one.
    void take_out(toml::table const& table);

    bool has_work() const { return !m_changes.empty() || !m_appended.empty(); }
    std::string result() const;

private:
    struct Change {
        std::size_t begin; ///< bytes of the text
        std::size_t end;
        std::string text;
    };

    std::size_t line_start(std::size_t line) const { return line <= m_lines.size() ? m_lines[line - 1] : m_text.size(); }
    std::size_t offset_of(toml::source_position const& position) const;
    std::size_t end_of(toml::table const& table) const;
    std::size_t next_head(std::size_t line) const;
    bool is_comment(std::size_t line) const;
    void insert(toml::table const& table, std::string const& line);
    void replace(toml::key const& key, toml::node const& node, std::string const& value);

    std::string_view m_text;
    toml::table m_file;
    std::vector<std::size_t> m_lines; ///< where each line starts
    std::vector<Change> m_changes;
    std::string m_appended;
};

} // namespace knowwho
