// SPDX-License-Identifier: MIT
// A line of a list taken apart by its signs: what is drawn in front, texts in brackets, segments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A part of the line and the sign in front of it.
struct LineSegment {
    std::string_view text;
    std::size_t begin = 0;
    char sign = 0; ///< ',' ';' '-' '|' ':' '&' or 0 for the first
};

/// Without bullets, numbers and pictographs in front of an entry.
std::string_view drop_bullet(std::string_view line);

/// "Anna Berg, Beispiel AG +1" without whom somebody brings along.
std::string_view drop_company(std::string_view line);

/// "\"Berg, Anna\" <anna@x.example>": quotes keep the comma of a name from parting addresses.
std::string drop_quotes(std::string_view line);

/// Takes the texts in brackets out of the line; what closes too much or too little stays, and so do nicknames.
std::string take_asides(std::string_view line, std::vector<std::string>& asides);

/// At least one; each points into `line`.
std::vector<LineSegment> cut_segments(std::string_view line);

} // namespace knowwho
