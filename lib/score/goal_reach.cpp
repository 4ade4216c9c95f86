// SPDX-License-Identifier: MIT
#include "score/goal_reach.hpp"

#include "score/rank.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr double least_likely = 0.15;
constexpr std::size_t least_people = 10;

} // namespace

bool GoalReach::everybody() const noexcept
{
    return people >= least_people && fits > people / 2;
}

std::vector<GoalReach> reach_of_goals(Goals const& goals, std::span<Candidate const> candidates, PartialDate today)
{
    auto const matches = rank(candidates, goals, today, Watch{});
    auto reach = std::vector<GoalReach>{};
    for (std::size_t goal = 0; goal < goals.goals.size(); ++goal) {
        double best = 0;
        for (auto const& match : matches) {
            best = std::max(best, match.goals[goal].score);
        }
        auto const fits = std::ranges::count_if(matches, [&](Match const& match) {
            return match.goals[goal].score >= std::max(least_likely, best / 2);
        });
        reach.push_back({static_cast<std::size_t>(fits), matches.size()});
    }
    return reach;
}

} // namespace knowwho
