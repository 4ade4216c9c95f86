// SPDX-License-Identifier: MIT
// From likeness to probability: what a likeness was worth on goals that people had judged.
#pragma once

namespace knowwho {

/// The probability that meeting somebody serves a need, 0 to 1, from their likeness to it (as
/// person_likeness() gives it): a logistic curve over its logarithm (Platt 1999). 0 for 0.
double probability_of(double likeness) noexcept;

} // namespace knowwho
