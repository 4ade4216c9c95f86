// SPDX-License-Identifier: MIT
#include "store/likeness.hpp"

#include "store/query.hpp"

#include <cstdint>
#include <unordered_set>

namespace knowwho {

std::vector<BriefName> brief_names(Notebook const& notebook)
{
    auto close = std::unordered_set<std::int64_t>{};
    auto known = Query{notebook, "SELECT person FROM contact UNION SELECT person FROM encounter"};
    while (known.next()) {
        close.insert(known.integer(0));
    }
    auto query = Query{notebook, "SELECT id, given, family FROM person WHERE given <> '' AND family <> '' ORDER BY id"};
    auto all = std::vector<BriefName>{};
    while (query.next()) {
        auto const id = query.integer(0);
        all.push_back({{id}, query.text(1), query.text(2), close.contains(id)});
    }
    return all;
}

std::vector<ListId> lists_naming(Notebook const& notebook, PersonId person)
{
    auto query = Query{notebook, "SELECT DISTINCT list FROM attendance WHERE person = ? ORDER BY list"};
    query.bind(person.value);
    auto lists = std::vector<ListId>{};
    while (query.next()) {
        lists.push_back({query.integer(0)});
    }
    return lists;
}

} // namespace knowwho
