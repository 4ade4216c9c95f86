// SPDX-License-Identifier: MIT
// Dates as sources give them: a day, or only "May 2019", or only a year.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// A point of time in UTC, to the second. The clock is read in `app` only and handed down.
using Instant = std::chrono::sys_seconds;

/// A date of the Gregorian calendar that may lack its day, or its month and day.
/// `year` 1 to 9999; `month` 1 to 12, or 0 for unknown; `day` 1 to 31, or 0 for unknown.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;

    /// Orders by what is known; an unknown part sorts before every known one.
    friend auto operator<=>(PartialDate const&, PartialDate const&) = default;
};

/// Reads the ISO 8601 forms 2026, 2026-11 and 2026-11-25; a time behind the day is
/// ignored. Empty for anything else, and for days that the calendar does not have.
std::optional<PartialDate> parse_iso_date(std::string_view text);

/// 2026, 2026-11 or 2026-11-25.
std::string to_iso(PartialDate const& date);

/// 2026-11-25T08:30:00Z.
std::string to_iso(Instant instant);

/// The UTC day of an instant.
PartialDate day_of(Instant instant);

/// Whole days from `earlier` to `later`; unknown parts count as the middle of what they span.
int days_between(PartialDate const& earlier, PartialDate const& later);

} // namespace knowwho
