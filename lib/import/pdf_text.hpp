// SPDX-License-Identifier: MIT
// The text of a PDF as it lies on the page, where the part that reads PDFs is installed.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// Pages one after the other, parted by form feeds, columns kept apart by blanks; at most 2,000 pages. Throws Error
/// (input), which names `file`, if the part is missing (pdf/pdf_part.hpp), or if the file is locked, damaged or without text.
std::string read_pdf_text(std::string_view bytes, std::string_view file);

} // namespace knowwho
