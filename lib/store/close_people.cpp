// SPDX-License-Identifier: MIT
#include "store/close_people.hpp"

#include "store/query.hpp"

namespace knowwho {

std::unordered_set<PersonId> close_people(Notebook const& notebook)
{
    auto close = std::unordered_set<PersonId>{};
    auto known = Query{notebook, "SELECT person FROM contact UNION SELECT person FROM encounter"};
    while (known.next()) {
        close.insert({known.integer(0)});
    }
    return close;
}

} // namespace knowwho
