// SPDX-License-Identifier: MIT
// Follow-ups as a calendar file that updates what was imported before instead of doubling it.
#pragma once

#include "follow_up/agenda.hpp"
#include "model/date.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// One entry. The same uid with a higher revision replaces the older entry (RFC 5545, 3.8.7.4).
struct CalendarEntry {
    std::string uid;
    std::string summary;
    std::string description;
    Instant due{};
    int revision = 0;
    Instant changed_at{};
    bool cancelled = false; ///< takes the entry away again
    bool done = false;
};

/// VEVENTs of a quarter of an hour with an alarm a day before, as an iCalendar stream (RFC 5545)
/// that every calendar reads: few show VTODOs. Times are UTC. Deterministic.
std::string to_calendar(std::span<CalendarEntry const> entries);

/// One entry per follow-up; those done or dropped go out as well, to be updated where they were imported.
std::vector<CalendarEntry> calendar_entries(std::span<AgendaItem const> items);

} // namespace knowwho
