// SPDX-License-Identifier: MIT
// The one scorer: how well texts serve needs, from several independent views.
#pragma once

#include "relevance/corpus.hpp"
#include "relevance/need.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// How well each text of the corpus serves each need: `result[need][text]`, 0 for texts that have
/// nothing to do with it, on one scale for all needs. The words' cosine, the concepts', the walk's and
/// the pairs', each divided by its standard deviation over all pairs of need and text (so that no view
/// drowns another), weighted, and brought back to the scale of the words' cosine. A need of one sentence
/// takes the words and the walk, one of a paragraph all views. In large corpora only the texts nearest to the needs are compared with each other.
std::vector<std::vector<float>> likeness_of_texts(Corpus const& corpus, std::span<Need const> needs);

} // namespace knowwho
