// SPDX-License-Identifier: MIT
// Notes an encounter: the talk, the promises, what is to be done, and the person as a contact.
#pragma once

#include "model/encounter.hpp"
#include "model/name.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// What the user says about an encounter. Empty fields of `contact` leave what was known; the
/// interests are added to it. `person` is set, or `newcomer` is.
struct EncounterNote {
    Encounter encounter;
    std::vector<Promise> promises; ///< by_them, what and due count
    Contact contact;
    std::optional<PersonName> newcomer; ///< a person who is on no list
};

struct NotedEncounter {
    PersonId person;
    EncounterId encounter;
    std::vector<FollowUp> follow_ups;
    bool known_already = false; ///< this very note was taken before; nothing was changed
};

/// One transaction. Noting the same again (person, day or event, kind and words) changes nothing.
NotedEncounter note_encounter(Notebook& notebook, EncounterNote note, Instant now);

/// "Benchmark schicken bis 2026-12-01" or "send the benchmark by 2026-12-01": what, and until when.
Promise parse_promise(std::string const& words, bool by_them);

/// "Paper bis Freitag", noted on a day: takes the deadline out of the words if there is none yet.
void settle_deadline(Promise& promise, PartialDate day);

/// Lays the filled fields of `news` over `known`.
Contact merged(Contact known, Contact const& news);

} // namespace knowwho
