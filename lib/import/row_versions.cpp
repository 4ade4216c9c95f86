// SPDX-License-Identifier: MIT
#include "import/row_versions.hpp"

#include "model/joined_rows.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {

void keep_talks(RosterRow& row, RosterRow const& earlier)
{
    if (row.talks.empty()) {
        row.talks = earlier.talks;
    }
}

bool says_the_same(RosterRow const& row, RosterRow const& newer)
{
    auto const same_texts = std::all_of(std::begin(single_texts), std::end(single_texts), [&](auto member) {
        return row.*member == newer.*member || (newer.*member).empty() || (row.raw.size() > newer.raw.size() && !(row.*member).empty());
    });
    auto const same_talks = std::all_of(newer.talks.begin(), newer.talks.end(), [&](Talk const& talk) {
        return std::find(row.talks.begin(), row.talks.end(), talk) != row.talks.end();
    });
    return same_texts && same_talks && row.raw.contains(newer.raw) && (row.status == newer.status || row.raw.size() > newer.raw.size());
}

} // namespace knowwho
