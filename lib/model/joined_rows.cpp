// SPDX-License-Identifier: MIT
#include "model/joined_rows.hpp"

#include <algorithm>
#include <string>

namespace knowwho {
namespace {

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

} // namespace knowwho
