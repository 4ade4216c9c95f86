// SPDX-License-Identifier: MIT
// One table of the goals file with its rules: known keys, types, ranges, and where it went wrong.
#pragma once

#include "model/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

namespace knowwho {

/// Reads the keys of one TOML table. Every function throws Error (input) with file, line and key;
/// a key that is not there leaves the default. Keeps references to its arguments.
class GoalsTable {
public:
    GoalsTable(toml::table const& table, std::string name, std::string_view file);

    /// Refuses keys that are not among `known`, with a suggestion.
    void allow(std::span<std::string_view const> known) const;

    void read(std::string_view key, std::string& value) const;
    void read(std::string_view key, std::vector<std::string>& value) const;
    void read(std::string_view key, std::optional<PartialDate>& value) const;

    /// Numbers must lie within [least, most].
    void read(std::string_view key, double& value, double least, double most) const;
    void read(std::string_view key, int& value, int least, int most) const;

    /// The place of one of the words in `known`, or nothing if the key is missing.
    std::optional<std::size_t> read_choice(std::string_view key, std::span<std::string_view const> known) const;

    [[noreturn]] void fail(std::string_view key, std::string const& what, std::string const& hint = {}) const;

private:
    toml::node const* find(std::string_view key) const;

    toml::table const& m_table;
    std::string m_name;
    std::string_view m_file;
};

} // namespace knowwho
