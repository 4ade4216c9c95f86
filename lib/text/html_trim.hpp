// SPDX-License-Identifier: MIT
// HTML without what no reader sees, and without the shapes that make parsers slow.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// The page for the parser, in one linear pass: the text of scripts that are code, of style sheets
/// and drawings, and comments are left out (not "saved from url=…"); so are start tags nested over
/// 500 deep or left open in hundreds, with their end tags, and the attributes of tags over 16 KiB.
/// Whatever is odd is kept as it is: the parser has the last word.
std::string trim_html(std::string_view utf8);

} // namespace knowwho
