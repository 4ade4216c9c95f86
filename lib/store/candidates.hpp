// SPDX-License-Identifier: MIT
// The roster as the scorer wants it: one candidate per person, with the evidence that may be quoted.
#pragma once

#include "model/ids.hpp"
#include "model/person.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// Everybody on the event's roster, once each, in the order of the import. Of somebody who is on
/// several lists the first row counts; what it leaves blank, and further talks, come from the others.
/// Raw cells are left out. Marks are those of the event.
std::vector<Candidate> load_candidates(Notebook const& notebook, EventId event);

/// As load_candidates(), for these people only and in their order; whoever is not on the roster is left out.
std::vector<Candidate> load_candidates(Notebook const& notebook, EventId event, std::span<PersonId const> people);

/// A text that is the same while the roster and what may be quoted about it are: to see whether to load again.
std::string roster_fingerprint(Notebook const& notebook, EventId event);

/// The attendances of `load_candidates`, without what was read about the people.
std::vector<Attendance> load_roster(Notebook const& notebook, EventId event);

} // namespace knowwho
