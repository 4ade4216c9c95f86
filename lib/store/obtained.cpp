// SPDX-License-Identifier: MIT
#include "store/obtained.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#define KNOWWHO_SELECT_OBTAINED                                                                                          \
    "SELECT p.id AS person, (SELECT coalesce(min(t), 0) FROM (SELECT min(l.imported_at) AS t FROM attendance a"          \
    " JOIN list l ON l.id = a.list WHERE a.person = p.id UNION ALL SELECT c.added_at)) AS since,"                        \
    " c.person IS NOT NULL OR EXISTS (SELECT 1 FROM link k WHERE k.person = p.id AND k.state = 'quotable') AS closer"    \
    " FROM person p LEFT JOIN contact c ON c.person = p.id"

namespace knowwho {
namespace {

std::vector<Obtained> read_obtained(Query& query)
{
    auto all = std::vector<Obtained>{};
    while (query.next()) {
        all.push_back({{query.integer("person")}, stored_instant(query.integer("since")), query.integer("closer") != 0});
    }
    return all;
}

} // namespace

std::vector<Obtained> closer_people(Notebook const& notebook)
{
    auto query = Query{notebook, KNOWWHO_SELECT_OBTAINED " WHERE p.id IN (SELECT person FROM contact UNION"
                                                         " SELECT person FROM link WHERE state = 'quotable') ORDER BY p.id"};
    return read_obtained(query);
}

std::optional<Obtained> obtained_since(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, KNOWWHO_SELECT_OBTAINED " WHERE p.id = ?"};
    query.bind(person.value);
    auto const found = read_obtained(query);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

} // namespace knowwho
