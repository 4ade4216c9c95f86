// SPDX-License-Identifier: MIT
// How the user knows people of a roster from before the event: conversations and contacts.
#pragma once

#include "model/ids.hpp"
#include "model/person.hpp"

#include <map>
#include <optional>

namespace knowwho {

class Notebook;

/// Those on the event's roster whom the user has talked to outside the event, or who are in an address book of
/// theirs. Who became a contact at the event itself is not known from before.
std::map<PersonId, Familiarity> familiar_people(Notebook const& notebook, EventId event);

/// The same of one person.
std::optional<Familiarity> familiarity_of(Notebook const& notebook, EventId event, PersonId person);

} // namespace knowwho
