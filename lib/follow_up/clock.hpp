// SPDX-License-Identifier: MIT
// When something is due: the 72 hours after an encounter, and how far off a moment is.
#pragma once

#include "model/date.hpp"

#include <chrono>
#include <string>

namespace knowwho {

/// Within this time of the encounter a first word goes out.
inline constexpr std::chrono::hours first_word_within{72};

/// What the introducer hears of how it went on.
inline constexpr std::chrono::days introducer_hears_within{30};

/// After this time one may ask for what the other side promised without a date.
inline constexpr std::chrono::days their_promise_within{14};

enum class Urgency {
    overdue,
    pressing, ///< due within 24 hours
    soon,     ///< due within 72 hours
    later,
};

Urgency urgency(Instant due, Instant now);

/// "overdue by 2 days", "due in 5 hours", "due now".
std::string time_left(Instant due, Instant now);

/// The end of the working day (17:00 UTC) of a date; unknown parts are taken as the last of their span.
Instant end_of(PartialDate const& date);

} // namespace knowwho
