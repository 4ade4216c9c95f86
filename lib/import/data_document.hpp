// SPDX-License-Identifier: MIT
// People in data files that pages are made from: YAML, TOML, the heads of Markdown pages, and the literals of scripts.
#pragma once

#include "import/found_tables.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace knowwho {

/// Empty if the text is no such file, or names nobody in it.
std::optional<FoundTables> read_data_document(std::string_view text, Texts& texts);

/// "[[speakers]]" alone in a line, and "name = " with a value in quotes.
bool looks_like_toml(std::string_view text);

/// "const speakers = [{name: 'Anna Berg'}]": the tables of people among the values that a script sets.
std::vector<Table> people_in_script(std::string_view script, Texts& texts);

} // namespace knowwho
