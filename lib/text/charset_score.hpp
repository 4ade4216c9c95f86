// SPDX-License-Identifier: MIT
// Which Western single-byte encoding makes the best text of some bytes.
#pragma once

#include "text/charset_tables.hpp"

#include <string_view>

namespace knowwho {

struct WesternEncoding {
    std::string_view name;
    UpperHalf const* upper;
};

struct WesternChoice {
    WesternEncoding const* encoding; ///< never null
    double score = 0;                ///< as of `western_score`
    double confidence = 0;           ///< 0 to 1, by the distance to the second best
};

/// The encoding of that name, or null.
WesternEncoding const* find_western(std::string_view name);

/// Mean over the bytes from 0x80 on: above 1 where they become common letters inside words and
/// typographic signs between them, below 0 where they become symbols inside words or controls.
/// 0 for pure ASCII. Looks at the first 4096 such bytes.
double western_score(std::string_view bytes, UpperHalf const& upper);

/// The best by score; of equals, the more usual one.
WesternChoice best_western(std::string_view bytes);

} // namespace knowwho
