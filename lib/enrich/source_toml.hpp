// SPDX-License-Identifier: MIT
// One table of a recipe file: a TOML table that has XPath in it.
#pragma once

#include "text/toml_table.hpp"

namespace knowwho {

class SourceTable : public TomlTable {
public:
    using TomlTable::TomlTable;

    /// Reads XPath; `as_nodes` demands a set of nodes.
    void read_xpath(std::string_view key, std::string& value, bool as_nodes = false) const;
    void read_xpaths(std::string_view key, std::vector<std::string>& values) const;
    void check_xpath(std::string_view key, std::string const& path, bool as_nodes = false) const;
};

} // namespace knowwho
