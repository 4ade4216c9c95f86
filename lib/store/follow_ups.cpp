// SPDX-License-Identifier: MIT
#include "store/follow_ups.hpp"

#include "store/encounters.hpp"
#include "store/follow_up_values.hpp"
#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

FollowUp read_follow_up(Query& row)
{
    return {{row.integer("id")}, row.text("uid"), {row.integer("person")}, {row.integer("encounter")},
        {row.integer("promise")}, stored_follow_up_kind(row.text("kind")), stored_instant(row.integer("due")),
        stored_follow_up_state(row.text("state")), row.text("reason"), static_cast<int>(row.integer("revision")),
        stored_instant(row.integer("changed_at"))};
}

std::vector<FollowUp> read_follow_ups(Query& query)
{
    auto all = std::vector<FollowUp>{};
    while (query.next()) {
        all.push_back(read_follow_up(query));
    }
    return all;
}

} // namespace

FollowUpId add_follow_up(Notebook& notebook, FollowUp const& follow_up)
{
    auto query = Query{notebook, "INSERT INTO follow_up (uid, person, encounter, promise, kind, due, changed_at)"
                                 " VALUES (?, ?, ?, nullif(?, 0), ?, ?, ?)"
                                 " ON CONFLICT (uid) DO UPDATE SET uid = excluded.uid RETURNING id"};
    query.bind(follow_up.uid, follow_up.person.value, follow_up.encounter.value, follow_up.promise.value,
        stored(follow_up.kind), stored(follow_up.due), stored(follow_up.changed_at));
    query.next();
    return {query.integer("id")};
}

std::optional<FollowUp> find_follow_up(Notebook const& notebook, FollowUpId id)
{
    auto query = Query{notebook, "SELECT * FROM follow_up WHERE id = ?"};
    query.bind(id.value);
    return query.next() ? std::optional{read_follow_up(query)} : std::nullopt;
}

std::vector<FollowUp> follow_ups(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM follow_up ORDER BY due, id"};
    return read_follow_ups(query);
}

std::vector<FollowUp> open_follow_ups(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM follow_up WHERE state = 'open' ORDER BY due, id"};
    return read_follow_ups(query);
}

std::vector<FollowUp> open_follow_ups(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT * FROM follow_up WHERE state = 'open' AND person = ? ORDER BY due, id"};
    query.bind(person.value);
    return read_follow_ups(query);
}

void close_follow_up(Notebook& notebook, FollowUp const& follow_up, FollowUpState state, std::string_view reason, Instant now)
{
    auto closed = follow_up;
    closed.state = state;
    closed.reason = reason;
    put_follow_up(notebook, closed, now);
}

void put_follow_up(Notebook& notebook, FollowUp const& follow_up, Instant now)
{
    auto const state = follow_up.state;
    auto transaction = Transaction{notebook};
    Query{notebook, "UPDATE follow_up SET state = ?, reason = ?, due = ?, revision = revision + 1, changed_at = ? WHERE id = ?"}
        .bind(stored(state), follow_up.reason, stored(follow_up.due), stored(now), follow_up.id.value)
        .run();
    if (follow_up.promise) {
        auto const promise = state == FollowUpState::open ? PromiseState::open : state == FollowUpState::done ? PromiseState::kept : PromiseState::dropped;
        close_promise(notebook, follow_up.promise, promise, state == FollowUpState::open ? Instant{} : now);
    }
    transaction.commit();
}

void move_follow_up(Notebook& notebook, FollowUpId id, Instant due, Instant now)
{
    Query{notebook, "UPDATE follow_up SET due = ?, revision = revision + 1, changed_at = ? WHERE id = ?"}
        .bind(stored(due), stored(now), id.value)
        .run();
}

} // namespace knowwho
