// SPDX-License-Identifier: MIT
// The first view of likeness: the words of a need, or what stands for them, in the words of a text.
#pragma once

#include "relevance/corpus.hpp"
#include "relevance/need.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// How like the need each text is, 0 to 1: the cosine of √tf · rarity vectors (Salton and Buckley
/// 1988), where of the members of a need's word the best counts, at its discount. `likeness` gets
/// one value per text of the corpus.
void lexical_likeness(Corpus const& corpus, Need const& need, std::vector<float>& likeness);

/// What one word of a need found in a text.
struct WordHit {
    std::size_t word = 0;        ///< index into Need::words
    std::size_t member = 0;      ///< index into its members
    float share = 0;             ///< what it adds to the likeness
};

/// The hits that make up the likeness of one text, strongest first.
std::vector<WordHit> lexical_hits(Corpus const& corpus, Need const& need, TextId text);

} // namespace knowwho
