// SPDX-License-Identifier: MIT
// Which words of a name are given and which family name: by capitals, particles and name odds.
#pragma once

#include "identity/name_parser.hpp"
#include "identity/name_tokens.hpp"

#include <cstddef>
#include <span>

namespace knowwho {

/// The run of words that is the family name; the words around it are given names.
struct FamilySpan {
    std::size_t from = 0;
    std::size_t end = 0;
    double confidence = 0.5; ///< 0 to 1
    bool sure = false;       ///< shown by capitals, a particle or an initial, not weighed
};

/// Finds the family name among the words (titles and suffixes are gone), of which `odds` are the order_odds();
/// an empty span for a single given name.
FamilySpan find_family(std::span<NameToken const> words, double odds, NameOrder habit, bool titled);

/// The words before a comma are all family name; this finds particles left at the end of the
/// given names ("Leyen, Ursula von der"): the index where they start. `family` has a word.
std::size_t trailing_particles(std::span<NameToken const> family, std::span<NameToken const> given);

/// Log odds that the words are given name first, family name last, from the two ends.
double order_odds(std::span<NameToken const> words);

} // namespace knowwho
