// SPDX-License-Identifier: MIT
// What comes before all scores: who cannot be a target, and why.
#pragma once

#include "model/goals.hpp"
#include "score/candidate_view.hpp"
#include "score/phrase_finder.hpp"
#include "score/sentences.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// `must`, `avoid`, absence, and the user's own row. `must` closes one goal to a person and all if
/// every goal is closed; `avoid` of any goal closes all. `must` looks at everything known and takes
/// other words for it; `avoid` looks at the row alone, and at the words themselves and translations.
class Gates {
public:
    Gates(Goals const& goals, NeedReader& reader);

    /// Whether the goal is open to the person: one of its `must` is met, or it has none.
    bool open(std::size_t goal, CandidateView const& view) const;

    /// Why the person will not be there to be met: a sentence; empty if they will.
    std::string absent(CandidateView const& view, Sentences const& sentences) const;

    /// Why the goals rule the person out: a sentence; empty if they do not.
    std::string ruled_out(CandidateView const& view, Sentences const& sentences) const;

private:
    std::string avoided(CandidateView const& view, Sentences const& sentences) const;
    std::string closed(CandidateView const& view, Sentences const& sentences) const;

    Goals const& m_goals;
    std::string m_own_name;
    std::vector<std::vector<PhraseFinder>> m_must; ///< per goal
    std::vector<PhraseFinder> m_avoid;             ///< of all goals
};

} // namespace knowwho
