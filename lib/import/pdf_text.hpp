// SPDX-License-Identifier: MIT
// The text of a PDF as it lies on the page, where the program was built with poppler.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// Pages one after the other, parted by form feeds, columns kept apart by blanks. Empty if the
/// program was built without poppler or the file is locked or broken. At most 2,000 pages.
std::optional<std::string> read_pdf_text(std::string_view bytes);

} // namespace knowwho
