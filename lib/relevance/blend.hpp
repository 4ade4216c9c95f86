// SPDX-License-Identifier: MIT
// The one scorer: how well texts serve needs, from several independent views.
#pragma once

#include "relevance/corpus.hpp"
#include "relevance/need.hpp"
#include "relevance/vector_view.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// How well each text of the corpus serves each need: `result[need][text]`, 0 for texts that have
/// nothing to do with it, on one scale for all needs. Five views, each divided by its standard deviation
/// over all pairs of need and text (so that no view drowns another), weighted, and brought back to the scale
/// of the words' cosine: the words, the concepts and the walk (`semantic_views.hpp`), pairs of words, and the
/// company that words keep. A need of one sentence leans on words and walk, one of a paragraph takes all
/// views. In large corpora only the 1,000 texts nearest to the needs are compared with each other.
/// Where a model outside gave `vectors` they are a sixth view; its weight is not calibrated on any model.
std::vector<std::vector<float>> likeness_of_texts(Corpus const& corpus, std::span<Need const> needs, TextVectors const& vectors = {});

} // namespace knowwho
