// SPDX-License-Identifier: MIT
// How much somebody of a given role can do for a goal: a buyer decides, a student asks.
#pragma once

#include "model/goals.hpp"

#include <string_view>

namespace knowwho {

/// Factor on the chance that somebody with this role serves a goal of this kind, 0 to 1, from the
/// seniority that data/lexicon/roles.tsv gives the role's words; the highest one counts. 1 for unknown
/// roles, and for goals that ask for know-how, peers or talent, where rank does not matter.
double weight_of_seniority(GoalKind kind, std::string_view role);

} // namespace knowwho
