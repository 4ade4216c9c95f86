// SPDX-License-Identifier: MIT
// Text of a page as a reader sees it: single blanks, nothing invisible.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho {

/// Appends `utf8` to the text that starts at `begin` of `out`: white space (no-break too) is one
/// blank, none at the beginning; soft hyphens, zero-width and control characters are gone;
/// entities that were escaped twice (a literal "&nbsp;") are resolved.
void append_clean(std::string& out, std::size_t begin, std::string_view utf8);

/// The same for one text by itself: a title, a name; without blanks at the end.
std::string clean_text(std::string_view utf8);

} // namespace knowwho
