// SPDX-License-Identifier: MIT
// Lists in Markdown: its tables as tables, everything else as the page that it makes.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

FoundTables read_markdown(std::string_view text, Texts& texts);

bool looks_like_markdown(std::string_view text);

} // namespace knowwho
