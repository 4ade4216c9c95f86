// SPDX-License-Identifier: MIT
// What is to be done, in the order in which it is best done, with all that a draft needs.
#pragma once

#include "model/encounter.hpp"
#include "store/contacts.hpp"
#include "store/events.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// One follow-up with its context.
struct AgendaItem {
    FollowUp follow_up;
    Acquaintance whom;       ///< to write to
    Acquaintance met;        ///< who was met; the same unless `whom` is the introducer
    Encounter encounter;
    std::optional<Promise> promise;
    std::string introducer;  ///< their name as written; empty: nobody
    std::string event;       ///< name of the event; empty: outside of any
};

/// All follow-ups, or the open ones: overdue first, then what is due within a day, within 72 hours,
/// later; inside of these whoever was introduced by others first, then by kind, due time and id.
enum class Which { open, all };
std::vector<AgendaItem> agenda(Notebook const& notebook, Which which, Instant now);

/// "thank Ines Overkamp for the introduction to Wenke Thode", "keep the promise: Benchmark schicken".
std::string what_to_do(AgendaItem const& item);

/// How far the follow-up of an event has come. It is closed when everybody met has a state: nothing open is left.
struct EventState {
    Event event;
    int met = 0;
    int open = 0; ///< people met with something left to do
};

/// The events at which somebody was met, the one used last first.
std::vector<EventState> event_states(Notebook const& notebook);

} // namespace knowwho
