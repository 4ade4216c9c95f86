// SPDX-License-Identifier: MIT
#include "enrich/network_keeper.hpp"

#include "enrich/network.hpp"
#include "enrich/source_page.hpp"
#include "store/content_hash.hpp"
#include "store/fetch_pages.hpp"
#include "store/fetch_state.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {

NetworkKeeper::NetworkKeeper(Notebook& notebook, std::span<Attendance const> roster, Goals const* goals, Clock& clock)
    : m_notebook(notebook), m_roster(roster), m_linker(roster, goals), m_records(roster), m_clock(clock)
{
}

void NetworkKeeper::keep(std::string const& source, Attendance const& attendance, SourceInquiry const& inquiry, NetworkResult& result)
{
    auto transaction = Transaction{m_notebook};
    auto quotes = 0;
    auto const chances = m_records.chances(attendance, inquiry.records());
    for (auto const& found : inquiry.pieces()) {
        auto const piece = read_piece(found);
        auto findings = m_linker.findings(piece.reading);
        // The record that led here speaks for this person only; others are asked for themselves.
        std::erase_if(findings, [&](PersonFinding const& one) { return one.decision.person != attendance.person; });
        for (auto& finding : findings) {
            if (found.record) {
                heed_record(finding.decision, chances[*found.record], chances.size());
            }
            finding.quotes = quotes_of(piece, finding.quotes);
        }
        auto reading = piece.reading;
        reading.page.text.resize(piece.quotable_end);
        auto counts = keep_reading(reading, findings, result);
        quotes += counts[attendance.person];
    }
    auto const idle = quotes == 0 && inquiry.site().empty();
    auto const state = inquiry.state() == AskState::found && idle ? AskState::nothing : inquiry.state();
    keep_state({attendance.person, source, state, m_clock.now(), inquiry.requests(), quotes, inquiry.detail()}, result);
    transaction.commit();
}

void NetworkKeeper::keep(std::span<Attendance const* const> people, SiteVisit const& visit, NetworkResult& result)
{
    auto transaction = Transaction{m_notebook};
    auto quotes = std::map<PersonId, int>{};
    for (auto const& page : visit.pages()) {
        for (auto const& [person, count] : keep_reading(page, m_linker.findings(page), result)) {
            quotes[person] += count;
        }
    }
    for (auto const* const one : people) {
        auto const count = quotes[one->person];
        auto const state = visit.state() == AskState::found && count == 0 ? AskState::nothing : visit.state();
        keep_state({one->person, std::string{website_source}, state, m_clock.now(), visit.requests(), count, visit.detail()}, result);
    }
    transaction.commit();
}

/// The page's row. The same words again, or the same document from another source in one run, are that
/// page: saving it anew would drop what was quoted of it a moment ago.
std::optional<PageId> NetworkKeeper::row_of(Page const& page)
{
    auto const known = find_page_at(m_notebook, page.address);
    if (known && known->content_hash == page.content_hash) {
        return known->id;
    }
    if (known && page.read_at - known->read_at < std::chrono::hours{12}) {
        return std::nullopt;
    }
    return save_page(m_notebook, page);
}

/// Stores a page if it names somebody; how many quotes each person got.
std::map<PersonId, int> NetworkKeeper::keep_reading(PageReading const& reading, std::vector<PersonFinding> const& findings,
    NetworkResult& result)
{
    auto counts = std::map<PersonId, int>{};
    if (findings.empty()) {
        return counts;
    }
    auto page = reading.page;
    page.content_hash = content_hash(page.address + '\n' + page.text);
    auto const id = row_of(page);
    if (!id) {
        return counts;
    }
    ++result.pages;
    for (auto const& finding : findings) {
        counts[finding.decision.person] += keep_finding(m_notebook, page, *id, finding, result);
    }
    return counts;
}

void NetworkKeeper::keep_state(SourceState state, NetworkResult& result)
{
    save_source_state(m_notebook, state);
    tell_once(state, result);
    result.states.push_back(std::move(state));
}

/// A source that is down is down for everybody: said once.
void NetworkKeeper::tell_once(SourceState const& state, NetworkResult& result)
{
    auto const trouble = state.state == AskState::failed || (state.state == AskState::not_asked && state.requests > 0);
    if (!trouble || !m_told.insert(state.source + '\n' + state.detail).second) {
        return;
    }
    auto problem = Problem{};
    problem.severity = state.state == AskState::failed ? Severity::warning : Severity::note;
    problem.file = state.source;
    problem.reason = state.detail;
    problem.advice = "what it knows is not asked, not absent; run the command again later";
    result.problems.push_back(std::move(problem));
}

void NetworkKeeper::keep_passed(NetworkResult& result)
{
    auto told = std::set<std::pair<PersonId, std::string>>{};
    for (auto const& state : result.states) {
        told.emplace(state.person, state.source);
    }
    for (auto const& ask : result.plan.passed) {
        if (told.contains({m_roster[ask.attendance].person, ask.source})) {
            continue; // a site that a source told was read after all
        }
        result.states.push_back({m_roster[ask.attendance].person, ask.source, AskState::not_asked, m_clock.now(), 0, 0, ask.reason});
    }
}

} // namespace knowwho
