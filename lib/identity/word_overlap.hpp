// SPDX-License-Identifier: MIT
// What two sets of words share, by how rare the words are.
#pragma once

#include "identity/link_corpus.hpp"

#include <cmath>

namespace knowwho {

struct Overlap {
    double shared = 0;
    double rarest = 0;
    double a = 0;
    double b = 0;
    int count = 0;

    double contained() const { return a > 0 ? shared / a : 0; }
    double jaccard() const { return a + b - shared > 0 ? shared / (a + b - shared) : 0; }
    double cosine() const { return a > 0 && b > 0 ? shared / std::sqrt(a * b) : 0; }
};

/// Of two sets from the corpus.
Overlap overlap(WordSet const& a, WordSet const& b, LinkCorpus const& corpus);

} // namespace knowwho
