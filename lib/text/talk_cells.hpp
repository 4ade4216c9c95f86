// SPDX-License-Identifier: MIT
// Talks whose time and room stand in brackets behind the title, as office lists write them.
#pragma once

#include "model/goals.hpp"
#include "model/roster.hpp"

#include <vector>

namespace knowwho {

/// The talk with time and room taken out of "Titel (Do 26.11., 11:15 Uhr, Saal 1)", if it has
/// neither yet and the brackets hold a time. The year is the event's. Other talks unchanged.
Talk with_time_and_room(Talk const& talk, EventPlan const& event);

/// The row's talks, understood, in the order of their beginning.
std::vector<Talk> talks_of(RosterRow const& row, EventPlan const& event);

} // namespace knowwho
