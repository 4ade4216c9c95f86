// SPDX-License-Identifier: MIT
#include "relevance/calibration.hpp"

#include <cmath>

namespace knowwho {
namespace {

// Log-odds, fitted to judged goals of three events and rounded.
constexpr double base = 2;
constexpr double per_log_likeness = 2;
constexpr double per_coverage = 0;
constexpr double per_best_coverage = 0;

} // namespace

double probability_of(Fit const& fit) noexcept
{
    if (!(fit.likeness > 0)) {
        return 0;
    }
    auto const odds = base + per_log_likeness * std::log(fit.likeness) + per_coverage * fit.coverage
        + per_best_coverage * fit.best_coverage;
    return 1 / (1 + std::exp(-odds));
}

} // namespace knowwho
