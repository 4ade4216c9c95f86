// SPDX-License-Identifier: MIT
// Dates, times, lists and per cents as German and English print them.
#pragma once

#include "model/date.hpp"
#include "model/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// "26. November 2026" or "26 November 2026"; "November 2026"; "2026".
std::string long_date(PartialDate const& date, Language language);

/// "26. und 27. November 2026", "30. November bis 2. Dezember 2026", "26–27 November 2026".
std::string date_span(std::optional<PartialDate> const& starts, std::optional<PartialDate> const& ends, Language language);

/// "Do, 26. November, 17:15" of "2026-11-26 17:15"; "17:15" stays; anything else as written.
std::string moment(std::string_view written, Language language);

/// The same with an end: "Do, 26. November, 17:15–18:00".
std::string moment(std::string_view starts, std::string_view ends, Language language);

/// Monday is 0; empty for a date without day.
std::optional<int> weekday(PartialDate const& date);

/// The day after `date`, by the calendar; `date` has a day.
PartialDate day_after(PartialDate const& date);

/// The first day after `date` that is neither Saturday nor Sunday; `date` has a day.
PartialDate next_working_day(PartialDate const& date);

/// "43 %" or "43%": `share` is 0 to 1; never "100 %" for less than 1, nor "0 %" for more than 0.
std::string per_cent(double share, Language language);

/// "A, B und C".
std::string joined(std::vector<std::string> const& parts, Language language);

} // namespace knowwho
