// SPDX-License-Identifier: MIT
// What is wrong with one statement of a card: what it says that no source it cites has.
#pragma once

#include "report/cited_sources.hpp"
#include "report/patterns.hpp"
#include "report/phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The faults in statements about one person, each a sentence; empty if there is none.
class CardFaults {
public:
    /// Keeps references to both.
    CardFaults(Briefing const& sheet, BriefingInput const& input);

    std::string opener(Opener const& opener, Candidate const& person) const;
    std::string quote(Statement const& quote, Candidate const& person) const;
    std::string sentence(Statement const& statement, Candidate const& person) const; ///< a reason, or the one line why
    std::string gift(Statement const& gift, Candidate const& person) const;
    std::string note(Statement const& note, Candidate const& person) const; ///< on what is not known or not to be mentioned
    std::string ask(std::string const& ask, Candidate const& person) const;

    CitedSources open(std::vector<int> const& numbers, Candidate const& person) const { return open_sources(m_sheet, m_input, person, numbers); }

private:
    std::string without_label(std::string const& text, Candidate const& person) const;
    bool is_own_choice(std::string const& text, Candidate const& person) const;

    Briefing const& m_sheet;
    BriefingInput const& m_input;
    Phrases m_phrases;
    std::vector<Pattern> m_patterns;
};

/// `fault`, or nothing where all is good.
std::string fault_unless(bool good, std::string_view fault);

} // namespace knowwho
