// SPDX-License-Identifier: MIT
#include "store/events.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

namespace knowwho {
namespace {

Event read_event(Query& row)
{
    return {{row.integer("id")}, row.text("name"), row.text("place"), parse_iso_date(row.text("starts")),
        parse_iso_date(row.text("ends")), stored_instant(row.integer("last_used"))};
}

} // namespace

EventId ensure_event(Notebook& notebook, Event const& event)
{
    Query{notebook, "INSERT INTO event (name, place, starts, ends, last_used) VALUES (?, ?, ?, ?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET"
                    " place = iif(excluded.place <> '', excluded.place, place),"
                    " starts = iif(excluded.starts <> '', excluded.starts, starts),"
                    " ends = iif(excluded.ends <> '', excluded.ends, ends),"
                    " last_used = excluded.last_used"}
        .bind(event.name, event.place, stored(event.starts), stored(event.ends), stored(event.last_used))
        .run();
    return find_event(notebook, event.name)->id;
}

std::optional<Event> find_event(Notebook const& notebook, std::string_view name)
{
    auto query = Query{notebook, "SELECT id, name, place, starts, ends, last_used FROM event WHERE name = ?"};
    query.bind(name);
    return query.next() ? std::optional{read_event(query)} : std::nullopt;
}

std::vector<Event> events(Notebook const& notebook)
{
    auto query = Query{notebook,
        "SELECT id, name, place, starts, ends, last_used FROM event ORDER BY last_used DESC, id DESC"};
    auto all = std::vector<Event>{};
    while (query.next()) {
        all.push_back(read_event(query));
    }
    return all;
}

void save_goals(Notebook& notebook, EventId event, std::string_view toml)
{
    Query{notebook, "UPDATE event SET goals = ? WHERE id = ?"}.bind(toml, event.value).run();
}

std::string goals_text(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT goals FROM event WHERE id = ?"};
    query.bind(event.value);
    return query.next() ? query.text("goals") : std::string{};
}

} // namespace knowwho
