// SPDX-License-Identifier: MIT
// How alike two strings are, byte by byte; meant for folded text.
#pragma once

#include <cstddef>
#include <string_view>

namespace knowwho {

/// Jaro's similarity raised for a common beginning of up to four bytes (Winkler 1990, factor 0.1):
/// 0 to 1, 1 only for equal strings. Of texts over 64 bytes the first 64 are compared.
double jaro_winkler(std::string_view a, std::string_view b) noexcept;

/// Fewest insertions, deletions and substitutions from `a` to `b` (Myers' bit-parallel algorithm
/// up to 64 bytes, row by row above; above 4,096 bytes only the first 4,096 are looked at).
std::size_t levenshtein(std::string_view a, std::string_view b);

/// As levenshtein(), with the swap of two neighbours as one more step; no part is edited
/// twice (optimal string alignment, Hyyrö 2003). Above 64 bytes it is levenshtein().
std::size_t damerau_levenshtein(std::string_view a, std::string_view b);

/// 1 - distance / length of the longer one; 1 for two empty strings.
double edit_similarity(std::string_view a, std::string_view b);

} // namespace knowwho
