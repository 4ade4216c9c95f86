// SPDX-License-Identifier: MIT
// What two names are weighed by, whatever they name: columns of numbers for trees.
#pragma once

#include "identity/boosted_trees.hpp"
#include "identity/name_alignment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

void put_value(std::vector<float>& row, double value);
void put_alignment(std::vector<float>& row, NameAlignment const& alignment);

/// Equal, alike by edits and by Jaro and Winkler, and how long the shorter and the longer one is.
void put_texts(std::vector<float>& row, std::string const& a, std::string const& b);

/// Whether a text has letters of other scripts than the Latin one.
bool is_foreign(std::string_view text);

/// The likelihood that the trees give a row, 0 to 1.
double likelihood_by(BoostedTrees const& trees, std::vector<float> const& row);

} // namespace knowwho
