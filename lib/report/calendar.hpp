// SPDX-License-Identifier: MIT
// The event, the targets' talks and the follow-up slot as a calendar file (RFC 5545).
#pragma once

#include "model/date.hpp"
#include "model/goals.hpp"
#include "report/briefing.hpp"

#include <string>

namespace knowwho {

/// Times are local to the event ("floating"), as a printed programme gives them, unless the list says UTC. `now` is the
/// stamp: the same values give the same bytes. Talks without a day are left out.
std::string to_calendar(Briefing const& briefing, Goals const& goals, Instant now);

} // namespace knowwho
