// SPDX-License-Identifier: MIT
// Somebody at an event, as the stages after the import see them.
#pragma once

#include "model/ids.hpp"
#include "model/judgement.hpp"
#include "model/roster.hpp"
#include "model/snippet.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// One person's attendance at one event: the row, and whom it belongs to.
struct Attendance {
    AttendanceId id;
    PersonId person;
    EventId event;
    std::string list_file; ///< base name of the list that the row came from
    bool gone = false;     ///< a newer list of the event no longer names them
    RosterRow row;
};

/// What the scorer and the report know about one attendee.
struct Candidate {
    Attendance attendance;
    std::vector<Evidence> evidence; ///< the snippets that may be quoted, newest first
    Mark mark = Mark::none;         ///< the user's word for this event
    std::vector<std::string> do_not_mention; ///< the user's own list
    std::vector<std::string> own_openers;    ///< what the user wants to begin with at this event
};

} // namespace knowwho
