// SPDX-License-Identifier: MIT
// Somebody at an event, as the stages after the import see them.
#pragma once

#include "model/date.hpp"
#include "model/encounter.hpp"
#include "model/ids.hpp"
#include "model/judgement.hpp"
#include "model/roster.hpp"
#include "model/snippet.hpp"

#include <optional>
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

/// How the user knows somebody from before the event.
struct Familiarity {
    bool asleep = false;              ///< the contact is asleep: an occasion to wake it
    EncounterId last;                 ///< the last conversation; 0: there was none
    std::optional<PartialDate> when;  ///< of that conversation
    std::string source;               ///< of a contact: "met", or the address book's file
};

/// What the scorer and the report know about one attendee.
struct Candidate {
    Attendance attendance;
    std::vector<Evidence> evidence; ///< the snippets that may be quoted, newest first
    Mark mark = Mark::none;         ///< the user's word for this event
    std::vector<std::string> do_not_mention; ///< the user's own list
    std::vector<std::string> own_openers;    ///< what the user wants to begin with at this event
    std::optional<Familiarity> familiarity;  ///< empty: a stranger
};

} // namespace knowwho
