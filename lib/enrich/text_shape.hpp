// SPDX-License-Identifier: MIT
// What the characters of a block show, whatever its words: lengths, capitals, marks, the way it ends.
#pragma once

#include <array>
#include <string_view>

namespace knowwho {

/// Counts, each of one block's text.
struct TextShape {
    float bytes = 0;
    float words = 0;
    float capitals = 0;   ///< words that start with one
    float short_words = 0; ///< lower-case words of up to three letters: articles, prepositions
    float digits = 0;
    float sentences = 0;  ///< stops followed by a blank or the end
    float commas = 0;
    float bars = 0;       ///< | and > and /
    float loud = 0;       ///< words of three letters or more, all capitals
    std::array<float, 3> telling{}; ///< words of data/lexicon/page_words.tsv, by kind
};

/// Telling words are looked for in texts under 600 bytes only: longer ones are no pitch.
TextShape shape_of(std::string_view text);

/// How a text's last character ends it: 3 a full stop, 2 another mark or quote, 1 a colon, 0 none.
float ending_mark(std::string_view text);

} // namespace knowwho
