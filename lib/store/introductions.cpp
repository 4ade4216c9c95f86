// SPDX-License-Identifier: MIT
#include "store/introductions.hpp"

#include "store/query.hpp"
#include "store/stored_values.hpp"

#include <algorithm>
#include <cassert>

namespace knowwho {

void save_introduction(Notebook& notebook, PersonId one, PersonId other, std::string_view state, std::string_view reason, Instant now)
{
    assert(one != other);
    auto const [first, second] = std::minmax(one, other);
    Query{notebook, "INSERT INTO introduction (first, second, state, reason, decided_at) VALUES (?, ?, ?, ?, ?)"
                    " ON CONFLICT (first, second) DO UPDATE SET state = excluded.state, decided_at = excluded.decided_at,"
                    " reason = iif(excluded.reason <> '', excluded.reason, reason)"}
        .bind(first.value, second.value, state, reason, stored(now))
        .run();
}

std::vector<StoredIntroduction> introductions(Notebook const& notebook)
{
    auto query = Query{notebook, "SELECT * FROM introduction ORDER BY first, second"};
    auto all = std::vector<StoredIntroduction>{};
    while (query.next()) {
        all.push_back({{query.integer("first")}, {query.integer("second")}, query.text("state"), query.text("reason"),
            stored_instant(query.integer("decided_at"))});
    }
    return all;
}

} // namespace knowwho
