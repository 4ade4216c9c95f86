// SPDX-License-Identifier: MIT
// What stands beside relevance: what I can give, what we have in common, whether I can reach them, whether I know them.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "score/candidate_view.hpp"
#include "score/phrase_finder.hpp"
#include "score/sentences.hpp"
#include "score/signal_weights.hpp"

#include <vector>

namespace knowwho {

/// Brings what stands beside relevance up to a relevance and to weights: the shares of these reasons, and their sum,
/// -relevance to 1 - relevance. A second thing in common is said, but does not count again. A contact that is kept up
/// anyway needs no seat: its novelty is taken from the score; one that has fallen asleep gets it. `learnt` as in rank().
double share_value(std::vector<Reason>& reasons, double relevance, ValueWeights const& weights, SignalWeights const& learnt);

class Value {
public:
    Value(Profile const& me, NeedReader& reader);

    /// Appends a reason for each part that a person who serves a goal has, without its share.
    void add(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;

private:
    void add_common_ground(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_offer(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_reach(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_novelty(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;

    std::vector<PhraseFinder> m_common_ground;
    std::vector<std::string> m_offers;
    std::vector<Need> m_offer_needs;
};

} // namespace knowwho
