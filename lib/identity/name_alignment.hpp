// SPDX-License-Identifier: MIT
// Two names laid side by side, word by word: which word of the one is which of the other, and how alike they are.
#pragma once

#include "model/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Folded words in the order in which they were written; an initial is one letter.
using NameWords = std::vector<std::string>;

/// The words of a text that is folded already.
NameWords words_of_folded(std::string_view folded);

/// The words of a person's name for comparing: without titles, particles and suffixes, other scripts in Latin
/// letters, "GilChang" as two words, "Th." as an initial; `written` where nothing was understood. At most 16.
NameWords words_of_name(PersonName const& name);

/// The words joined in alphabetical order, and in their own.
std::string sorted_key(NameWords words);
std::string joined_key(NameWords const& words);

/// 0 to 1; 0.85 for an initial that fits, 0.95 and 0.96 for short forms and other spellings.
double word_likeness(std::string const& a, std::string const& b);

/// The words of the shorter name, each with its best partner in the longer one, whatever the order.
struct NameAlignment {
    double mean = 0;
    double worst = 1;
    int initials = 0;   ///< partners of which one is an initial
    int left_over = 0;  ///< words of the longer one without a partner
    int conflicts = 0;  ///< words of the shorter one without a partner
    int crossings = 0;  ///< pairs of partners that stand the other way round
    double crossed_given = 0; ///< how usual as given names both words of such a pair are, in the lexicon's weights
    bool initial_conflict = false; ///< an initial that nothing in the other name fits, though the other has more, too
    double shared_rarity = 0;    ///< sum over the words that agree, in natural logarithms
    double left_over_rarity = 0; ///< of the words without a partner, the rarest
    std::string odd_one, odd_other; ///< the partners that agree least, initials aside; empty if all agree wholly
};

/// Of up to 16 words each. Symmetric but for the order of `odd_one` and `odd_other`.
NameAlignment align_words(NameWords const& a, NameWords const& b);

} // namespace knowwho
