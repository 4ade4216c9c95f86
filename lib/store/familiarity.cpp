// SPDX-License-Identifier: MIT
#include "store/familiarity.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

/// Of everybody on the roster for a person of id 0.
std::map<PersonId, Familiarity> known_before(Notebook const& notebook, EventId event, PersonId person)
{
    auto known = std::map<PersonId, Familiarity>{};
    auto talks = Query{notebook, "SELECT person, id, happened_at FROM encounter WHERE kind IN ('met', 'meeting', 'call') AND event IS NOT ?1"
                                 " AND person IN (SELECT person FROM attendance WHERE event = ?1) AND (?2 = 0 OR person = ?2) ORDER BY happened_at, id"};
    talks.bind(event.value, person.value);
    while (talks.next()) { // the last one stays
        auto& one = known[{talks.integer("person")}];
        one.last = {talks.integer("id")};
        one.when = day_of(stored_instant(talks.integer("happened_at")));
    }
    auto contacts = Query{notebook, "SELECT person, asleep, source FROM contact WHERE person IN (SELECT person FROM attendance WHERE event = ?1)"
                                    " AND (?2 = 0 OR person = ?2)"};
    contacts.bind(event.value, person.value);
    while (contacts.next()) {
        auto const id = PersonId{contacts.integer("person")};
        auto source = contacts.text("source");
        if (known.contains(id) || (source != "met" && !source.empty())) {
            auto& one = known[id];
            one.asleep = contacts.integer("asleep") != 0;
            one.source = std::move(source);
        }
    }
    return known;
}

} // namespace

std::map<PersonId, Familiarity> familiar_people(Notebook const& notebook, EventId event)
{
    return known_before(notebook, event, {});
}

std::optional<Familiarity> familiarity_of(Notebook const& notebook, EventId event, PersonId person)
{
    auto const known = known_before(notebook, event, person);
    return known.empty() ? std::nullopt : std::optional{known.begin()->second};
}

} // namespace knowwho
