// SPDX-License-Identifier: MIT
// Plain text lists: a line or a block per person, or columns parted by blanks as pdftotext writes them.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Blocks and lines go the same way as the lines of a web page: the place where names repeat is found.
FoundTables read_text(std::string_view text, Texts& texts);

/// Markdown: its tables as tables, everything else as the page that it makes.
/// Addresses as a mail program copies them: "Berg, Anna <anna@x.example>; Tal, Bert <bert@x.example>".
bool looks_like_recipients(std::string_view text);
FoundTables read_recipients(std::string_view text, Texts& texts);

FoundTables read_markdown(std::string_view text, Texts& texts);

bool looks_like_markdown(std::string_view text);

} // namespace knowwho
