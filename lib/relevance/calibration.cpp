// SPDX-License-Identifier: MIT
#include "relevance/calibration.hpp"

#include <cmath>

namespace knowwho {
namespace {

constexpr double even_likeness = 0.3; ///< at which meeting and not meeting are equally right
constexpr double steepness = 2;

} // namespace

double probability_of(double likeness) noexcept
{
    if (!(likeness > 0)) {
        return 0;
    }
    return 1 / (1 + std::pow(even_likeness / likeness, steepness));
}

} // namespace knowwho
