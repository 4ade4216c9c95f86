// SPDX-License-Identifier: MIT
// One page against a roster: whom it names, what is quoted of it, and how sure that is.
#pragma once

#include "enrich/mentions.hpp"
#include "enrich/page_reader.hpp"
#include "enrich/quotes.hpp"
#include "identity/link.hpp"
#include "identity/name_statistics.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// One person that a page may be about, with the quotes that would be theirs.
struct PersonFinding {
    LinkDecision decision;
    std::vector<TextRange> quotes; ///< in the page's text
};

/// Decides for every page alike. Keeps the roster by reference.
class PageLinker {
public:
    PageLinker(std::span<Attendance const> roster, Goals const* goals);

    /// Everybody of the roster whose name the page has, in the order of the roster; none twice.
    std::vector<PersonFinding> findings(PageReading const& reading) const;

private:
    struct Group;

    std::vector<Group> groups_of(PageReading const& reading) const;
    void decide(PageReading const& reading, Group const& group, std::vector<PersonFinding>& findings) const;
    PersonOnPage person_on(PageReading const& reading, Group const& group, std::size_t bearer) const;

    std::span<Attendance const> m_roster;
    NameIndex m_names;
    NameStatistics m_statistics;
    QuotePicker m_quotes;
};

} // namespace knowwho
