// SPDX-License-Identifier: MIT
#include "store/familiarity.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

/// Whom the queries are about, by event and person. Few were met: each is looked for on the roster, which may be long.
constexpr std::string_view everybody = "?2 = 0 AND EXISTS (SELECT 1 FROM attendance a WHERE a.person = known.person AND a.event = ?1)";
constexpr std::string_view one_person = "?1 <> 0 AND person = ?2";

std::map<PersonId, Familiarity> known_before(Notebook const& notebook, EventId event, std::string_view whom, PersonId person)
{
    auto known = std::map<PersonId, Familiarity>{};
    auto talks = Query{notebook, fmt::format("SELECT person, id, happened_at FROM encounter AS known WHERE kind IN ('met', 'meeting', 'call') AND event IS NOT ?1"
                                             " AND {} ORDER BY happened_at, id", whom)};
    talks.bind(event.value, person.value);
    while (talks.next()) { // the last one stays
        auto& one = known[{talks.integer("person")}];
        one.last = {talks.integer("id")};
        one.when = day_of(stored_instant(talks.integer("happened_at")));
    }
    auto contacts = Query{notebook, fmt::format("SELECT person, asleep, source FROM contact AS known WHERE {}", whom)};
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
    return known_before(notebook, event, everybody, {});
}

std::optional<Familiarity> familiarity_of(Notebook const& notebook, EventId event, PersonId person)
{
    auto const known = known_before(notebook, event, one_person, person);
    return known.empty() ? std::nullopt : std::optional{known.begin()->second};
}

} // namespace knowwho
