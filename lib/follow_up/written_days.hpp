// SPDX-License-Identifier: MIT
// Days as people write them in notes: "26.11.2026", "Freitag", "Ende Januar", "next week".
#pragma once

#include "model/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// A day with its year: 2026-11-26, 26.11.2026, 26.11.26, 26. November 2026, 26 November 2026.
std::optional<PartialDate> parse_full_day(std::string_view text);

/// A deadline as seen from `today`: what parse_full_day() reads; or, never before today, 1.12., a weekday, today,
/// tomorrow, this or next week (its Friday), a month, the middle or end of one (its last day). German and
/// English. Empty for anything else.
std::optional<PartialDate> parse_deadline(std::string_view text, PartialDate today);

/// "1980-05-17", "17.5.1980" and "17. Mai 1980" as 1980-05-17; "--05-17" and "17.5." as --05-17; else empty.
std::string parse_birthday(std::string_view text);

} // namespace knowwho
