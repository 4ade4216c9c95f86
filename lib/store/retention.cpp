// SPDX-License-Identifier: MIT
#include "store/retention.hpp"

#include "store/query.hpp"

// Half-known dates compare as texts well enough: "2026-11" counts as the beginning of the month
// beside a day of it, and as its end once it stands alone (end_of()).
#define KNOWWHO_SELECT_NEVER_MET                                                                                         \
    "WITH dated AS (SELECT e.id, coalesce(nullif(e.ends, ''), nullif(e.starts, ''),"                                     \
    " (SELECT date(min(l.imported_at), 'unixepoch') FROM list l WHERE l.event = e.id),"                                  \
    " date(e.last_used, 'unixepoch')) AS day FROM event e)"                                                              \
    " SELECT p.id AS person, max(d.day) AS day FROM person p"                                                            \
    " JOIN attendance a ON a.person = p.id JOIN dated d ON d.id = a.event"                                               \
    " WHERE NOT EXISTS (SELECT 1 FROM encounter n WHERE n.person = p.id)"                                                \
    " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person = p.id AND (c.kept = 1 OR c.source <> 'kept'))"

namespace knowwho {
namespace {

std::vector<NeverMet> read_never_met(Query& query)
{
    auto people = std::vector<NeverMet>{};
    while (query.next()) {
        if (auto const day = parse_iso_date(query.text(1))) {
            people.push_back({{query.integer(0)}, *day});
        }
    }
    return people;
}

} // namespace

std::vector<NeverMet> people_never_met(Notebook const& notebook)
{
    auto query = Query{notebook, KNOWWHO_SELECT_NEVER_MET " GROUP BY p.id ORDER BY p.id"};
    return read_never_met(query);
}

std::optional<NeverMet> never_met(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, KNOWWHO_SELECT_NEVER_MET " AND p.id = ? GROUP BY p.id"};
    query.bind(person.value);
    auto const found = read_never_met(query);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

} // namespace knowwho
