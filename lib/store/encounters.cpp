// SPDX-License-Identifier: MIT
#include "store/encounters.hpp"

#include "store/follow_up_values.hpp"
#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

std::vector<Encounter> read_encounters(Query& query)
{
    auto all = std::vector<Encounter>{};
    while (query.next()) {
        auto one = Encounter{};
        one.id = {query.integer("id")};
        one.person = {query.integer("person")};
        one.event = {query.integer("event")};
        one.kind = stored_encounter_kind(query.text("kind"));
        one.by_them = query.integer("by_them") != 0;
        one.happened_at = stored_instant(query.integer("happened_at"));
        one.place = query.text("place");
        one.occasion = query.text("occasion");
        one.introduced_by = {query.integer("introduced_by")};
        one.introduced_by_name = query.text("introduced_by_name");
        one.talked = query.text("talked");
        one.interests = query.text("interests");
        one.sympathy = static_cast<int>(query.integer("sympathy"));
        one.next_step = query.text("next_step");
        one.noted_at = stored_instant(query.integer("noted_at"));
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Promise> read_promises(Query& query)
{
    auto all = std::vector<Promise>{};
    while (query.next()) {
        all.push_back({{query.integer("id")}, {query.integer("encounter")}, {query.integer("person")},
            query.integer("by_them") != 0, query.text("what"), parse_iso_date(query.text("due")),
            stored_promise_state(query.text("state")), stored_instant(query.integer("closed_at"))});
    }
    return all;
}

} // namespace

EncounterId add_encounter(Notebook& notebook, Encounter const& encounter)
{
    Query{notebook, "INSERT INTO encounter (person, event, kind, by_them, happened_at, place, occasion, introduced_by,"
                    " introduced_by_name, talked, interests, sympathy, next_step, noted_at)"
                    " VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?)"}
        .bind(encounter.person.value, encounter.event.value, stored(encounter.kind), encounter.by_them,
            stored(encounter.happened_at), encounter.place, encounter.occasion, encounter.introduced_by.value,
            encounter.introduced_by_name, encounter.talked, encounter.interests, encounter.sympathy, encounter.next_step,
            stored(encounter.noted_at))
        .run();
    return {last_key(notebook)};
}

void delete_encounter(Notebook& notebook, EncounterId encounter)
{
    Query{notebook, "DELETE FROM encounter WHERE id = ?"}.bind(encounter.value).run();
}

std::vector<Encounter> encounters(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM encounter ORDER BY happened_at, id"};
    return read_encounters(query);
}

std::vector<Encounter> encounters(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM encounter WHERE person = ? ORDER BY happened_at, id"};
    query.bind(person.value);
    return read_encounters(query);
}

std::vector<Encounter> encounters(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT * FROM encounter WHERE event = ? ORDER BY happened_at, id"};
    query.bind(event.value);
    return read_encounters(query);
}

PromiseId add_promise(Notebook& notebook, Promise const& promise)
{
    Query{notebook, "INSERT INTO promise (encounter, person, by_them, what, due) VALUES (?, ?, ?, ?, ?)"}
        .bind(promise.encounter.value, promise.person.value, promise.by_them, promise.what, stored(promise.due))
        .run();
    return {last_key(notebook)};
}

void close_promise(Notebook& notebook, PromiseId promise, PromiseState state, Instant now)
{
    Query{notebook, "UPDATE promise SET state = ?, closed_at = ? WHERE id = ?"}
        .bind(stored(state), stored(now), promise.value)
        .run();
}

std::vector<Promise> promises(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM promise ORDER BY id"};
    return read_promises(query);
}

std::vector<Promise> promises(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM promise WHERE person = ? ORDER BY id"};
    query.bind(person.value);
    return read_promises(query);
}

} // namespace knowwho
