// SPDX-License-Identifier: MIT
// One table of a TOML file with its rules: known keys, types, ranges, and where it went wrong.
#pragma once

#include "model/date.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace knowwho {

/// Every function throws Error (input) with file, line and key; a key that is not there leaves the
/// default. Keeps references to its arguments.
class TomlTable {
public:
    /// `name` is how messages call the table; empty for the whole file.
    TomlTable(toml::table const& table, std::string name, std::string_view file);

    toml::table const& table() const noexcept { return m_table; }
    std::string_view file() const noexcept { return m_file; }

    /// Refuses keys that are not among `known`, with a suggestion.
    void allow(std::span<std::string_view const> known) const;
    void require(std::string_view key) const;

    void read(std::string_view key, std::string& value) const;
    void read(std::string_view key, bool& value) const;
    void read(std::string_view key, std::optional<PartialDate>& value) const;
    /// Numbers must lie within [least, most].
    void read(std::string_view key, int& value, int least, int most) const;
    void read(std::string_view key, double& value, double least, double most) const;
    /// A text stands for a list of one; empty texts are left out.
    void read(std::string_view key, std::vector<std::string>& value) const;
    void read(std::string_view key, std::map<std::string, std::string>& value) const;

    /// The place of one of the words in `known`, or nothing if the key is missing.
    std::optional<std::size_t> read_choice(std::string_view key, std::span<std::string_view const> known) const;

    [[noreturn]] void fail(std::string_view key, std::string const& what, std::string const& hint = {}) const;

private:
    toml::node const* find(std::string_view key) const { return m_table.get(key); }

    toml::table const& m_table;
    std::string m_name;
    std::string_view m_file;
};

/// The file's content; throws Error (input) with file and line where it is not TOML.
toml::table parse_toml(std::string_view text, std::string_view file, std::string const& hint = {});

} // namespace knowwho
