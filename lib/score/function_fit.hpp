// SPDX-License-Identifier: MIT
// Whether somebody's job is of the kind that a goal asks for: who writes about maintenance does not buy it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The functions (data/lexicon/roles.tsv) that a want names through roles: "Produktionsleiter oder
/// Leiterin Einkauf" gives production and purchasing. Empty if it names none, or anybody who decides.
std::vector<std::string> functions_wanted(std::string_view want);

/// Factor on the chance that somebody with this role serves a goal that wants these functions: 1 if one
/// of theirs is among them, if theirs is unknown or general management, or if any will do; else 0.5.
double weight_of_function(std::vector<std::string> const& wanted, std::string_view role);

} // namespace knowwho
