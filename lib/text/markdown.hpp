// SPDX-License-Identifier: MIT
// Markdown as HTML, for notes that the user wrote down.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// What becomes of HTML inside the text. Kept, it may run code where it is shown: only for what is read on.
enum class RawHtml { dropped, kept };

/// CommonMark to HTML in UTF-8. Links that run code are dropped with raw HTML. A YAML head between
/// "---" lines is not part of the result. Never throws for what the text is.
std::string markdown_to_html(std::string_view utf8, RawHtml raw = RawHtml::dropped);

} // namespace knowwho
