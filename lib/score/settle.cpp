// SPDX-License-Identifier: MIT
#include "score/settle.hpp"

#include "score/sentences.hpp"
#include "score/value.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace knowwho {
namespace {

void sum_up(Match& match, Goals const& goals, SignalWeights const& learnt)
{
    double weights = 0;
    match.score = match.low = match.high = 0;
    for (std::size_t goal = 0; goal < match.goals.size(); ++goal) {
        auto const weight = goals.goals[goal].weight;
        auto const& scored = match.goals[goal];
        weights += weight;
        match.score += weight * scored.score;
        match.low += weight * scored.low;
        match.high += weight * scored.high;
    }
    match.score /= weights;
    match.low /= weights;
    match.high /= weights;
    auto const added = share_value(match.reasons, match.score, goals.value, learnt);
    match.score += added;
    match.low = std::max(match.low + added, 0.0);
    match.high = std::max(match.high, match.score);
}

/// Heaviest first; of equals those of the first goal, and last what stands beside the goals. Within one
/// goal equals keep their order, which no weight changes.
void sort_reasons(std::vector<Reason>& reasons, Goals const& goals)
{
    auto const place = [&](Reason const& reason) {
        bool const beside = stands_beside_goals(reason.signal);
        return std::tuple{-reason.share * (beside ? 1.0 : goals.goals[reason.goal].weight), beside ? goals.goals.size() : reason.goal,
            beside ? static_cast<int>(reason.signal) : 0};
    };
    std::stable_sort(reasons.begin(), reasons.end(), [&](auto const& a, auto const& b) { return place(a) < place(b); });
}

void honour_mark(Match& match, Mark mark, Sentences const& sentences)
{
    match.mark = mark;
    match.said = mark == Mark::pinned ? sentences.pinned() : std::string{};
    bool const lifted = mark == Mark::pinned && !match.is_absent;
    match.excluded = mark == Mark::vetoed ? sentences.vetoed() : lifted ? std::string{} : match.barred;
}

/// What the same sum differs by when its parts come in another order: who differ by no more are equals.
constexpr double of_sums = 1e-6;

/// The one total order of matches, as places of them: moving places is cheaper than moving matches.
std::vector<std::size_t> best_first(std::vector<Match> const& matches, std::span<Candidate const> candidates)
{
    auto order = std::vector<std::size_t>(matches.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        auto const& a = matches[left];
        auto const& b = matches[right];
        return a.excluded.empty() != b.excluded.empty() ? a.excluded.empty() : a.score > b.score;
    });
    auto const by_name = [&](std::size_t left, std::size_t right) {
        auto const& a = matches[left];
        auto const& b = matches[right];
        auto const& one = candidates[a.candidate].attendance;
        auto const& two = candidates[b.candidate].attendance;
        return std::tie(one.row.name.written, one.person, one.id, a.candidate)
            < std::tie(two.row.name.written, two.person, two.id, b.candidate);
    };
    for (auto first = order.begin(); first != order.end();) {
        auto const end = std::find_if(first, order.end(), [&](std::size_t at) {
            return matches[at].excluded.empty() != matches[*first].excluded.empty() || matches[at].score < matches[*first].score - of_sums;
        });
        std::sort(first, end, by_name);
        first = end;
    }
    return order;
}

} // namespace

void settle(std::vector<Match>& matches, std::span<Candidate const> candidates, Goals const& goals, SignalWeights const& learnt)
{
    auto const sentences = Sentences{goals.event};
    for (auto& match : matches) {
        sum_up(match, goals, learnt);
        sort_reasons(match.reasons, goals);
        honour_mark(match, candidates[match.candidate].mark, sentences);
    }
    auto sorted = std::vector<Match>{};
    sorted.reserve(matches.size());
    for (auto const at : best_first(matches, candidates)) {
        sorted.push_back(std::move(matches[at]));
    }
    matches = std::move(sorted);
}

} // namespace knowwho
