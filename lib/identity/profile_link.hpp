// SPDX-License-Identifier: MIT
// Which of several public profiles is an attendee's, if any: structured records compared field by field.
#pragma once

#include "identity/link_corpus.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace knowwho {

/// The column of the features that tells how well the family names agree, 0 to 1.
inline constexpr std::size_t family_column = 2;

/// The features of each profile as one row, group features (how it stands among the others) included.
std::vector<std::vector<float>> link_features(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus);

/// Probability of each profile that it is the subject's; with "none of them" they sum to 1.
/// Calibrated by data/lexicon/link_trees.tsv, or link_few_trees.tsv where the corpus has few records. The profiles must have been added to the corpus.
std::vector<double> link_profiles(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus);

/// The same from log odds of each profile alone.
std::vector<double> compete(std::span<double const> log_odds);

} // namespace knowwho
