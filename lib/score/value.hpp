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

/// Brings what stands beside relevance up to a relevance and to weights: the shares of these reasons, and their sum, 0 to
/// 1 - relevance. A second thing in common is said, but does not count again.
double share_value(std::vector<Reason>& reasons, double relevance, ValueWeights const& weights);

/// Whether a reason is of what stands beside the goals.
constexpr bool is_value(SignalKind signal) noexcept
{
    return signal == SignalKind::common_ground || signal == SignalKind::offer || signal == SignalKind::reachable;
}

class Value {
public:
    Value(Profile const& me, NeedReader& reader);

    /// Appends a reason for each part that a person who serves a goal has, without its share.
    void add(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;

private:
    void add_common_ground(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_offer(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;
    void add_reach(CandidateView const& view, Sentences const& sentences, std::vector<Reason>& reasons) const;

    std::vector<PhraseFinder> m_common_ground;
    std::vector<std::string> m_offers;
    std::vector<Need> m_offer_needs;
};

} // namespace knowwho
