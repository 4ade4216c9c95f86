// SPDX-License-Identifier: MIT
// Which goals say too little or ask for somebody who isn't there: `knowwho goals check` warns.
#pragma once

#include "model/date.hpp"
#include "model/goals.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace knowwho {

/// How many people a goal fits.
struct GoalReach {
    std::size_t fits = 0; ///< people at least half as likely as the best, and at least 0.15
    std::size_t people = 0;

    bool nobody() const noexcept { return fits == 0; }
    bool everybody() const noexcept; ///< more than half of ten people and more
};

/// One entry per goal.
std::vector<GoalReach> reach_of_goals(Goals const& goals, std::span<Candidate const> candidates, PartialDate today);

} // namespace knowwho
