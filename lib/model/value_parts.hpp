// SPDX-License-Identifier: MIT
// What stands beside the goals, in one table: how the goals file, people and the notebook call it, and its weight.
#pragma once

#include "model/goals.hpp"

#include <array>
#include <string_view>

namespace knowwho {

struct ValuePart {
    std::string_view key;  ///< in [weights] of goals.toml
    std::string_view name; ///< for people, and in the notebook; never changes
    double ValueWeights::*weight;
};

inline constexpr std::array<ValuePart, 4> value_parts{{
    {"offer", "offer", &ValueWeights::offer},
    {"common_ground", "common ground", &ValueWeights::common_ground},
    {"reachable", "reachable", &ValueWeights::reachable},
    {"novelty", "novelty", &ValueWeights::novelty},
}};

} // namespace knowwho
