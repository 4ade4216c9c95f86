// SPDX-License-Identifier: MIT
// Whether two written names may be of one person, or of one organisation, with nothing else to go by.
#pragma once

#include <string_view>
#include <vector>

namespace knowwho {

class BoostedTrees;

/// What is weighed: one row of numbers per pair. Symmetric.
std::vector<float> person_pair_features(std::string_view a, std::string_view b);
std::vector<float> organisation_pair_features(std::string_view a, std::string_view b);

/// 0 to 1 that both may name the same person; weights in data/lexicon/person_pair_trees.tsv.
double same_person_name(std::string_view a, std::string_view b);

/// The same by other trees, from person_pair_features().
double same_person_name(BoostedTrees const& trees, std::vector<float> const& row);

/// 0 to 1 that both name the same organisation; weights in data/lexicon/organisation_pair_trees.tsv.
double same_organisation_name(std::string_view a, std::string_view b);

} // namespace knowwho
