// SPDX-License-Identifier: MIT
#include "store/candidates.hpp"

#include "store/attendances.hpp"
#include "store/pages.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace knowwho {
namespace {

void fill_blanks(RosterRow& row, RosterRow&& other)
{
    for (auto const field : {&RosterRow::organisation, &RosterRow::unit, &RosterRow::role, &RosterRow::email,
             &RosterRow::website, &RosterRow::place, &RosterRow::country, &RosterRow::about}) {
        if ((row.*field).empty()) {
            row.*field = std::move(other.*field);
        }
    }
    for (auto& talk : other.talks) {
        if (std::ranges::find(row.talks, talk.title, &Talk::title) == row.talks.end()) {
            row.talks.push_back(std::move(talk));
        }
    }
}

} // namespace

std::vector<Candidate> load_candidates(Notebook const& notebook, EventId event)
{
    auto candidates = std::vector<Candidate>{};
    auto position = std::unordered_map<PersonId, std::size_t>{};
    for (auto& attendance : attendances(notebook, event, RawCells::leave)) {
        auto const [at, is_new] = position.try_emplace(attendance.person, candidates.size());
        if (is_new) {
            candidates.push_back({std::move(attendance), {}});
            continue;
        }
        auto& first = candidates[at->second].attendance;
        if (first.gone && !attendance.gone) {
            std::swap(first, attendance);
        }
        fill_blanks(first.row, std::move(attendance.row));
    }
    for (auto& [person, evidence] : quotable_evidence(notebook, event)) {
        candidates[position.at(person)].evidence = std::move(evidence);
    }
    return candidates;
}

std::vector<Attendance> load_roster(Notebook const& notebook, EventId event)
{
    auto roster = std::vector<Attendance>{};
    for (auto& candidate : load_candidates(notebook, event)) {
        roster.push_back(std::move(candidate.attendance));
    }
    return roster;
}

} // namespace knowwho
