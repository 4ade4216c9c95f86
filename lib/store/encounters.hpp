// SPDX-License-Identifier: MIT
// Tables `encounter` and `promise`: when one was in touch, and what was promised then.
#pragma once

#include "model/encounter.hpp"

#include <vector>

namespace knowwho {

class Notebook;

EncounterId add_encounter(Notebook& notebook, Encounter const& encounter);

/// With its promises and follow-ups.
void delete_encounter(Notebook& notebook, EncounterId encounter);

/// Everything with one person, or at one event, or at all: oldest first.
std::vector<Encounter> encounters(Notebook const& notebook);
std::vector<Encounter> encounters(Notebook const& notebook, PersonId person);
std::vector<Encounter> encounters(Notebook const& notebook, EventId event);

PromiseId add_promise(Notebook& notebook, Promise const& promise);
void close_promise(Notebook& notebook, PromiseId promise, PromiseState state, Instant now);

/// All promises, or those with one person, in the order in which they were given.
std::vector<Promise> promises(Notebook const& notebook);
std::vector<Promise> promises(Notebook const& notebook, PersonId person);

} // namespace knowwho
