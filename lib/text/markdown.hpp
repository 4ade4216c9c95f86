// SPDX-License-Identifier: MIT
// Markdown as HTML, for notes that the user wrote down.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// CommonMark to HTML in UTF-8. Raw HTML and links that run code are dropped. A YAML head between
/// "---" lines is not part of the result. Never throws for what the text is.
std::string markdown_to_html(std::string_view utf8);

} // namespace knowwho
