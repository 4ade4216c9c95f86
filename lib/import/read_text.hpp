// SPDX-License-Identifier: MIT
// Plain text lists: a line or a block per person, or columns parted by blanks as pdftotext writes them.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Blocks and lines go the same way as the lines of a web page: the place where names repeat is found.
FoundTables read_text(std::string_view text, Texts& texts);

} // namespace knowwho
