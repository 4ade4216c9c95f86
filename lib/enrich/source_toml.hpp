// SPDX-License-Identifier: MIT
// One table of a recipe file with its rules: known keys, types, ranges, and where it went wrong.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace knowwho {

/// Every function throws Error (input) with file, line and key; a key that is not there leaves the
/// default. Keeps references to its arguments.
class SourceTable {
public:
    SourceTable(toml::table const& table, std::string name, std::string_view file);

    toml::table const& table() const noexcept { return m_table; }
    std::string_view file() const noexcept { return m_file; }

    /// Refuses keys that are not among `known`, with a suggestion.
    void allow(std::span<std::string_view const> known) const;
    void require(std::string_view key) const;

    void read(std::string_view key, std::string& value) const;
    void read(std::string_view key, bool& value) const;
    void read(std::string_view key, int& value, int least, int most) const;
    void read(std::string_view key, double& value, double least, double most) const;
    /// A text stands for a list of one.
    void read(std::string_view key, std::vector<std::string>& value) const;
    void read(std::string_view key, std::map<std::string, std::string>& value) const;

    /// The place of one of the words in `known`; `value` if the key is missing.
    std::size_t read_choice(std::string_view key, std::span<std::string_view const> known, std::size_t value) const;

    /// Reads XPath; `as_nodes` demands a set of nodes.
    void read_xpath(std::string_view key, std::string& value, bool as_nodes = false) const;
    void check_xpath(std::string_view key, std::string const& path, bool as_nodes = false) const;

    [[noreturn]] void fail(std::string_view key, std::string const& what, std::string const& hint = {}) const;

private:
    toml::node const* find(std::string_view key) const { return m_table.get(key); }

    toml::table const& m_table;
    std::string m_name;
    std::string_view m_file;
};

} // namespace knowwho
