// SPDX-License-Identifier: MIT
// Gives every source its number in the order of first use, and writes its entry for the last page.
#pragma once

#include "model/person.hpp"
#include "report/briefing.hpp"
#include "report/compose.hpp"
#include "report/phrases.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// Texts older than this many days are marked as stale.
inline constexpr int stale_after_days = 730;

class SourceBook {
public:
    /// Keeps references to `phrases` and to what the input refers to.
    SourceBook(Phrases const& phrases, BriefingInput const& input);

    /// The numbers of `sources`, ascending and without repetition; a snippet that is in nobody's
    /// quotable evidence gets none.
    std::vector<int> cite(std::span<Source const> sources);
    std::vector<int> cite(Source const& source);

    /// The evidence that carries a snippet, or nullptr.
    Evidence const* find(SnippetId snippet) const;

    /// Whether there is such a source: a row of the list always is one.
    bool has(Source const& source) const;

    /// All entries so far, by number.
    std::vector<SourceEntry> const& entries() const noexcept { return m_entries; }

private:
    int number_of(Source const& source);
    SourceEntry entry_of(Source const& source) const;
    SourceEntry entry_of(MetBefore const& met) const;
    MetBefore const* note_of(EncounterId encounter) const;

    Phrases const& m_phrases;
    PartialDate m_today;
    std::span<MetBefore const> m_met;
    std::map<SnippetId, Evidence const*> m_evidence;
    std::map<Source, int> m_numbers;
    std::vector<SourceEntry> m_entries;
};

/// The row of the list as a source.
Source row_source(Candidate const& candidate);

/// Whether the reason stands on that snippet, and whether any of the match does.
bool cites(Reason const& reason, SnippetId snippet);
bool cites(Match const& match, SnippetId snippet);

/// Whether a text of that date should be marked; one without a date is.
bool is_stale(Page const& page, PartialDate today);

/// The day the page gives for itself: published, else modified.
std::optional<PartialDate> date_of(Page const& page);

} // namespace knowwho
