// SPDX-License-Identifier: MIT
// From likeness to probability: what a likeness was worth on goals that people had judged.
#pragma once

namespace knowwho {

/// What speaks for a person serving a need.
struct Fit {
    double likeness = 0;      ///< as person_likeness() gives it
    double coverage = 0;      ///< share of the need that the person's best text meets, 0 to 1
    double best_coverage = 0; ///< the same of whoever meets most of the need: low where nobody fits
};

/// The probability that meeting the person serves the need, 0 to 1: a logistic model (Platt 1999) of
/// the logarithm of the likeness and of both coverages. 0 for a likeness of 0.
double probability_of(Fit const& fit) noexcept;

} // namespace knowwho
