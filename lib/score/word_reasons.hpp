// SPDX-License-Identifier: MIT
// Which fields of a candidate meet which words of a need: the reasons behind a likeness.
#pragma once

#include "model/match.hpp"
#include "relevance/need.hpp"
#include "score/candidate_view.hpp"
#include "score/sentences.hpp"

#include <vector>

namespace knowwho {

/// Appends one reason per field that meets words of the need. Their shares are in proportion to what
/// the words weigh and sum to `score`. A word met in several fields is shared among them.
/// Who meets no word but has texts near to those that do gets one reason of kind topic.
/// Returns what was given out: `score`, or 0 if there is no field to cite.
double add_word_reasons(Need const& need, std::size_t goal, double score, CandidateView const& view,
                        CandidateTexts const& texts, Sentences const& sentences, std::vector<Reason>& reasons);

} // namespace knowwho
