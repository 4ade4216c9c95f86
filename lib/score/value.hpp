// SPDX-License-Identifier: MIT
// What stands beside relevance: what I can give, what we have in common, whether I can reach them.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "score/candidate_view.hpp"
#include "score/phrase_finder.hpp"
#include "score/sentences.hpp"

#include <vector>

namespace knowwho {

/// How much each adds to the score of somebody who serves a goal, as a share of that score.
struct ValueWeights {
    double offer = 0.10;
    double common_ground = 0.15;
    double reachable = 0.05;
};

class Value {
public:
    Value(Profile const& me, NeedReader& reader, ValueWeights const& weights = {});

    /// What is to be added to the score of a person who serves the goals with `relevance`, 0 to
    /// 1 - relevance; a reason for each part is appended, its share what it adds.
    double add(CandidateView const& view, double relevance, Sentences const& sentences, std::vector<Reason>& reasons) const;

private:
    void add_common_ground(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_offer(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_reach(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;

    ValueWeights m_weights;
    std::vector<PhraseFinder> m_common_ground;
    std::vector<std::string> m_offers;
    std::vector<Need> m_offer_needs;
};

} // namespace knowwho
