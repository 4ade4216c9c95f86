// SPDX-License-Identifier: MIT
// How likely people are to be there.
#pragma once

#include "model/goals.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <span>

namespace knowwho {

/// The chance that somebody on the list comes: 1 - `no_show`, for speakers 1 - no_show_of_speakers(); less
/// for pending and waiting, 0 for who has cancelled or is gone from the list.
double chance_to_come(Attendance const& attendance, EventPlan const& event);

/// The chance that at least `least` of independent people with these chances come (Poisson–binomial
/// distribution, by convolution). 1 for `least` 0, 0 if there are fewer people.
double chance_of_at_least(std::size_t least, std::span<double const> chances);

} // namespace knowwho
