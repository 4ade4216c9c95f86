// SPDX-License-Identifier: MIT
#include "import/repeats.hpp"

#include "model/joined_rows.hpp"
#include "text/folding.hpp"

#include <string>
#include <unordered_map>
#include <utility>

namespace knowwho {
namespace {

bool contradict(std::string const& a, std::string const& b)
{
    return !a.empty() && !b.empty() && fold(a) != fold(b);
}

} // namespace

void join_repeats(std::vector<RosterRow>& rows)
{
    std::unordered_map<std::string, std::vector<std::size_t>> by_name;
    std::vector<RosterRow> joined;
    for (auto& row : rows) {
        auto const name = row.name.given.empty() && row.name.family.empty() ? row.name.written : row.name.given + " " + row.name.middle + " " + row.name.family;
        auto& before = by_name[fold(name)];
        bool known = false;
        for (auto const index : before) {
            auto& first = joined[index];
            if (!known && !contradict(first.organisation, row.organisation) && !contradict(first.email, row.email)) {
                join_row(first, row);
                known = true;
            }
        }
        if (!known) {
            if (before.size() < 8) { // more namesakes than that are compared with the first ones only
                before.push_back(joined.size());
            }
            joined.push_back(std::move(row));
        }
    }
    rows = std::move(joined);
}

} // namespace knowwho
