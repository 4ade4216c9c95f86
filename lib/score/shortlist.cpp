// SPDX-License-Identifier: MIT
#include "score/shortlist.hpp"

#include "score/chance.hpp"
#include "score/seating.hpp"

#include <algorithm>
#include <vector>

namespace knowwho {
namespace {

/// Per goal, 0 to 1: the chance that somebody of the set comes and serves it.
std::vector<double> coverage_of(std::span<std::size_t const> chosen, std::span<Match const> matches,
                                std::span<Candidate const> candidates, Goals const& goals)
{
    auto covered = std::vector<double>{};
    for (std::size_t goal = 0; goal < goals.goals.size(); ++goal) {
        double missed = 1;
        for (auto const index : chosen) {
            auto const& attendance = candidates[matches[index].candidate].attendance;
            missed *= 1 - chance_to_come(attendance, goals.event) * matches[index].goals[goal].score;
        }
        covered.push_back(1 - missed);
    }
    return covered;
}

} // namespace

Shortlist choose(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals,
                 std::size_t most)
{
    auto const seating = Seating{matches, candidates, goals};
    auto list = Shortlist{};
    auto targets = seating.targets(most);
    if (goals.event.serendipity) {
        list.unplanned = seating.give_up_a_seat(targets, most, matches, candidates, goals);
    }
    for (auto const target : targets) {
        list.targets.push_back(seating.match_of(target));
    }
    for (auto const reserve : seating.reserves(targets)) {
        list.reserves.push_back(seating.match_of(reserve));
    }
    if (list.unplanned) {
        list.targets.push_back(list.unplanned->match);
        std::erase(list.reserves, list.unplanned->match);
    }
    list.coverage = coverage_of(list.targets, matches, candidates, goals);
    auto chances = std::vector<double>{};
    for (auto const target : list.targets) {
        chances.push_back(chance_to_come(candidates[matches[target].candidate].attendance, goals.event));
    }
    list.three_come = chances.empty() ? 0 : chance_of_at_least(std::min(least_targets, chances.size()), chances);
    return list;
}

double expected_coverage(std::span<std::size_t const> chosen, std::span<Match const> matches,
                         std::span<Candidate const> candidates, Goals const& goals)
{
    auto const covered = coverage_of(chosen, matches, candidates, goals);
    double sum = 0;
    double weights = 0;
    for (std::size_t goal = 0; goal < goals.goals.size(); ++goal) {
        sum += goals.goals[goal].weight * covered[goal];
        weights += goals.goals[goal].weight;
    }
    return weights > 0 ? sum / weights : 0;
}

} // namespace knowwho
