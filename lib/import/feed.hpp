// SPDX-License-Identifier: MIT
// RSS and Atom: the authors of the entries, with what each wrote.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

bool looks_like_feed(std::string_view text);

/// A row per author and entry; a feed that names none gives no table.
FoundTables read_feed(std::string_view text, Texts& texts);

} // namespace knowwho
