// SPDX-License-Identifier: MIT
// Lists written in a word processor: .docx and .odt, read as the page that they print.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

bool looks_like_text_document(std::string_view bytes);

/// Paragraphs, headings, lists and tables as those of a page. Throws Error (input) for an archive that
/// cannot be read.
FoundTables read_text_document(std::string_view bytes, Texts& texts);

} // namespace knowwho
