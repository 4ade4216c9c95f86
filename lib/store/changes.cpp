// SPDX-License-Identifier: MIT
#include "store/changes.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

std::vector<StoredChange> read_changes(Query& row)
{
    auto all = std::vector<StoredChange>{};
    while (row.next()) {
        all.push_back({{row.integer("id")}, {row.integer("event")}, {row.integer("person")}, row.text("what"), row.integer("subject"),
            row.text("before"), row.text("after"), stored_instant(row.integer("made_at"))});
    }
    return all;
}

} // namespace

ChangeId add_change(Notebook& notebook, StoredChange const& change)
{
    Query{notebook, "INSERT INTO change (event, person, what, subject, before, after, made_at) VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?)"}
        .bind(change.event.value, change.person.value, change.what, change.subject, change.before, change.after, stored(change.made_at))
        .run();
    return {last_key(notebook)};
}

void delete_change(Notebook& notebook, ChangeId change)
{
    Query{notebook, "DELETE FROM change WHERE id = ?"}.bind(change.value).run();
}

std::vector<StoredChange> changes(Notebook const& notebook, EventId event, std::size_t limit)
{
    auto query = Query{notebook, "SELECT * FROM change WHERE event = ? ORDER BY id DESC LIMIT ?"};
    query.bind(event.value, static_cast<std::int64_t>(limit));
    return read_changes(query);
}

std::vector<StoredChange> changes(Notebook const& notebook, PersonId person, std::size_t limit)
{
    auto query = Query{notebook, "SELECT * FROM change WHERE person = ? ORDER BY id DESC LIMIT ?"};
    query.bind(person.value, static_cast<std::int64_t>(limit));
    return read_changes(query);
}

std::optional<StoredChange> newest_change(Notebook const& notebook, EventId event)
{
    auto const newest = changes(notebook, event, 1);
    return newest.empty() ? std::nullopt : std::optional{newest.front()};
}

} // namespace knowwho
