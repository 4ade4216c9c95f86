// SPDX-License-Identifier: MIT
// From likeness to probability: what a likeness was worth on goals that people had judged.
#pragma once

namespace knowwho {

/// The probability that somebody with this likeness to a goal is worth meeting for it, 0 to 1: a
/// logistic curve over the logarithm of the likeness (Platt 1999). 0 for a likeness of 0.
double probability_of(double likeness) noexcept;

} // namespace knowwho
