// SPDX-License-Identifier: MIT
#include "import/joined_rows.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace knowwho {
namespace {

constexpr std::string RosterRow::*single_texts[] = {&RosterRow::organisation, &RosterRow::unit,  &RosterRow::role,    &RosterRow::email,
                                                    &RosterRow::website,      &RosterRow::place, &RosterRow::country, &RosterRow::about};

void add_missing(std::vector<RawCell>& cells, std::vector<RawCell> const& more)
{
    for (auto const& cell : more) {
        if (std::find(cells.begin(), cells.end(), cell) == cells.end()) {
            cells.push_back(cell);
        }
    }
}

/// An organisation that only the second row has is worth keeping where the first has another.
void keep_other(RosterRow& row, std::string_view header, std::string const& mine, std::string const& theirs)
{
    auto const is_kept = [&](RawCell const& cell) { return cell.value == theirs && cell.header == header; };
    if (!theirs.empty() && !mine.empty() && mine != theirs && std::none_of(row.others.begin(), row.others.end(), is_kept)) {
        row.others.push_back({std::string(header), theirs});
    }
}

} // namespace

void join_row(RosterRow& row, RosterRow const& other)
{
    keep_other(row, "organisation", row.organisation, other.organisation);
    keep_other(row, "role", row.role, other.role);
    keep_other(row, "email", row.email, other.email);
    for (auto const member : single_texts) {
        if ((row.*member).empty()) {
            row.*member = other.*member;
        }
    }
    if (row.name.title.empty()) {
        row.name.title = other.name.title;
    }
    if (row.name.salutation == Salutation::unknown) {
        row.name.salutation = other.name.salutation;
    }
    for (auto const& talk : other.talks) {
        if (std::find(row.talks.begin(), row.talks.end(), talk) == row.talks.end()) {
            row.talks.push_back(talk);
        }
    }
    // Whoever holds two tickets and returns one still comes.
    row.status = std::min(row.status, other.status);
    add_missing(row.others, other.others);
    if (!row.raw.contains(other.raw)) {
        row.raw.append(other.raw);
    }
}

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
