// SPDX-License-Identifier: MIT
// Who was never met, and how long ago the last event was for which they are in the notebook.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <vector>

namespace knowwho {

class Notebook;

struct NeverMet {
    PersonId person;
    PartialDate last_event; ///< its end, else its start, else the day of its first import
};

/// Everybody without an encounter who is not kept on purpose (as a contact of the user's making, or
/// from an address book), by id. Importing a list again moves nothing: only the event's own dates
/// count, or the first import.
std::vector<NeverMet> people_never_met(Notebook const& notebook);

/// The same about one person; empty if they were met, are kept, or are on no list.
std::optional<NeverMet> never_met(Notebook const& notebook, PersonId person);

} // namespace knowwho
