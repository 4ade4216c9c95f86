// SPDX-License-Identifier: MIT
// From the likeness of texts to that of the person they are about.
#pragma once

#include <cstddef>
#include <span>

namespace knowwho {

/// One text about a person.
struct AgedLikeness {
    double likeness = 0;
    double age_years = 0; ///< 0 where no date is known
};

/// Σ likeness · ½^(age / 3 years), divided by the number of texts + 5 and scaled so that one fresh
/// text counts as it is: old texts count less, and many texts make sure but don't add up.
double person_likeness(std::span<AgedLikeness const> texts) noexcept;

} // namespace knowwho
