// SPDX-License-Identifier: MIT
#include "store/candidates.hpp"

#include "model/joined_rows.hpp"
#include "store/attendances.hpp"
#include "store/familiarity.hpp"
#include "store/judgements.hpp"
#include "store/pages.hpp"
#include "store/query.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace knowwho {
namespace {

/// A further row of somebody: of this list or of another one. What a list says no more cancels nothing.
void merge_row(Attendance& first, Attendance&& further)
{
    if (first.gone != further.gone) {
        if (first.gone) {
            std::swap(first, further);
        }
        further.row.status = first.row.status;
    }
    join_row(first.row, further.row);
}

} // namespace

std::vector<Candidate> load_candidates(Notebook const& notebook, EventId event)
{
    auto candidates = std::vector<Candidate>{};
    auto position = std::unordered_map<PersonId, std::size_t>{};
    auto rows = attendances(notebook, event, RawCells::leave);
    candidates.reserve(rows.size());
    position.reserve(rows.size());
    for (auto& attendance : rows) {
        auto const [at, is_new] = position.try_emplace(attendance.person, candidates.size());
        if (is_new) {
            candidates.push_back({std::move(attendance), {}, Mark::none, {}, {}, {}});
            continue;
        }
        merge_row(candidates[at->second].attendance, std::move(attendance));
    }
    for (auto const& [person, judgement] : judgements(notebook, event)) {
        if (auto const at = position.find(person); at != position.end()) {
            candidates[at->second].mark = judgement.mark;
            candidates[at->second].own_openers = judgement.openers;
        }
    }
    for (auto& [person, one] : remarks(notebook, event)) {
        candidates[position.at(person)].do_not_mention = std::move(one.do_not_mention);
    }
    for (auto& [person, evidence] : quotable_evidence(notebook, event)) {
        candidates[position.at(person)].evidence = std::move(evidence);
    }
    for (auto& [person, known] : familiar_people(notebook, event)) {
        candidates[position.at(person)].familiarity = std::move(known);
    }
    return candidates;
}

std::vector<Candidate> load_candidates(Notebook const& notebook, EventId event, std::span<PersonId const> people)
{
    auto candidates = std::vector<Candidate>{};
    for (auto const person : people) {
        auto rows = attendances(notebook, event, person);
        if (rows.empty()) {
            continue;
        }
        auto decided = judgement(notebook, event, person);
        auto candidate = Candidate{std::move(rows.front()), {}, decided.mark, remark(notebook, person).do_not_mention, std::move(decided.openers),
            familiarity_of(notebook, event, person)};
        for (auto& row : std::span{rows}.subspan(1)) {
            merge_row(candidate.attendance, std::move(row));
        }
        candidate.evidence = all_evidence(notebook, person);
        std::erase_if(candidate.evidence, [](Evidence const& one) { return one.link.state != LinkState::quotable; });
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

std::string roster_fingerprint(Notebook const& notebook, EventId event)
{
    auto query = Query{notebook, "SELECT count(*) || ' ' || total(person) || ' ' || total(gone) || ' ' || total(id) || ' ' || total(list) || ' ' ||"
                                 " (SELECT count(*) || ' ' || total(id) || ' ' || total(happened_at) FROM encounter WHERE event IS NOT ?1) || ' ' ||"
                                 " (SELECT count(*) || ' ' || total(person) || ' ' || total(asleep) FROM contact WHERE source <> 'met') || ' ' ||"
                                 " (SELECT ifnull(max(read_at), 0) || ' ' || ifnull(max(id), 0) FROM page) || ' ' ||"
                                 " (SELECT count(*) || ' ' || total(snippet) || ' ' || total(person) || ' ' || total(state = 'quotable') || ' ' || total(state = 'question') || ' ' || total(by_user)"
                                 "  FROM link WHERE person IN (SELECT person FROM attendance WHERE event = ?1))"
                                 " FROM attendance WHERE event = ?1"};
    query.bind(event.value);
    query.next();
    return query.text(0);
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
