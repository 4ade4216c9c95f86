// SPDX-License-Identifier: MIT
// People in a saved web page: tables, cards, lists, wherever names repeat in one pattern.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Every text that the tables show is kept in `texts`. Empty tables if nobody is found.
FoundTables read_html(std::string_view text, Texts& texts);

} // namespace knowwho
