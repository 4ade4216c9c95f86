// SPDX-License-Identifier: MIT
// Texts from lists and pages made safe to print: no control characters, no hidden direction marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho {

/// `text` as one line of valid UTF-8: bad bytes become U+FFFD, control characters and line ends
/// a space, runs of spaces one; zero-width, bidirectional, interlinear and tag characters go.
std::string clean_line(std::string_view text);

/// `clean_line`, shortened at a word's end to at most `limit` code points, "…" included.
std::string clean_line(std::string_view text, std::size_t limit);

/// Whether `link` is a plain http or https address that may be printed and clicked.
bool is_web_link(std::string_view link);

} // namespace knowwho
