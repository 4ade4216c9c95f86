// SPDX-License-Identifier: MIT
// Tables of wikis: "{|", rows between "|-", cells behind "!" and "|".
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

bool looks_like_wiki_table(std::string_view text);

/// The tables of the page; cells are views into `text`.
FoundTables read_wiki_tables(std::string_view text);

} // namespace knowwho
