// SPDX-License-Identifier: MIT
// How well one candidate serves one goal, signal by signal.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "relevance/need.hpp"
#include "score/candidate_view.hpp"
#include "score/phrase_finder.hpp"
#include "score/sentences.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// A goal made ready for a corpus: its need, whom it asks for by name, and where.
class GoalScorer {
public:
    /// `likeness`: of each candidate to the goal, as person_likeness() gives it.
    GoalScorer(Goal const& goal, std::size_t index, Need need, std::vector<float> likeness, NeedReader& reader);

    /// The score with its range; reasons are appended, their shares sum to the score.
    GoalMatch score(CandidateView const& view, CandidateTexts const& texts, Sentences const& sentences,
                    std::vector<Reason>& reasons) const;

private:
    double add_organisation(CandidateView const& view, double so_far, double decides, Sentences const& sentences,
                            std::vector<Reason>& reasons) const;
    double add_place(CandidateView const& view, double so_far, Sentences const& sentences, std::vector<Reason>& reasons) const;

    Goal const& m_goal;
    std::size_t m_index;
    Need m_need;
    std::vector<float> m_likeness;
    std::vector<std::string> m_organisations; ///< keys
    std::vector<std::string> m_functions;     ///< of the roles that the goal asks for
    std::vector<PhraseFinder> m_places;
};

} // namespace knowwho
