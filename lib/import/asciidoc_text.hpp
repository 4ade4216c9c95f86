// SPDX-License-Identifier: MIT
// AsciiDoc as Markdown, line by line.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

bool looks_like_asciidoc(std::string_view text);

/// Headings, lists and tables; what only concerns the setting is left out. The lines keep their numbers.
std::string asciidoc_to_markdown(std::string_view text);

} // namespace knowwho
