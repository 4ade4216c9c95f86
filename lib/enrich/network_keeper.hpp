// SPDX-License-Identifier: MIT
// What came of asking, put into the notebook: pages, snippets, links and states, together or not at all.
#pragma once

#include "enrich/company_web.hpp"
#include "enrich/page_linker.hpp"
#include "enrich/record_linker.hpp"
#include "enrich/source_inquiry.hpp"
#include "fetch/clock.hpp"
#include "model/goals.hpp"
#include "model/person.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;
struct NetworkResult;

class NetworkKeeper {
public:
    /// Keeps its arguments by reference.
    NetworkKeeper(Notebook& notebook, std::span<Attendance const> roster, Goals const* goals, Clock& clock);

    /// A finished inquiry about one person.
    void keep(std::string const& source, Attendance const& attendance, SourceInquiry const& inquiry, NetworkResult& result);

    /// A finished visit to the site of several people.
    void keep(std::span<Attendance const* const> people, SiteVisit const& visit, NetworkResult& result);

    /// Notes what the plan left out because of the budget, without overwriting what is known.
    void keep_passed(NetworkResult& result);

private:
    std::optional<PageId> row_of(Page const& page);
    std::map<PersonId, int> keep_reading(PageReading const& reading, std::vector<PersonFinding> const& findings, NetworkResult& result);
    void keep_state(SourceState state, NetworkResult& result);
    void tell_once(SourceState const& state, NetworkResult& result);

    Notebook& m_notebook;
    std::span<Attendance const> m_roster;
    PageLinker m_linker;
    RecordLinker m_records;
    Clock& m_clock;
    std::set<std::string> m_told;
};

} // namespace knowwho
