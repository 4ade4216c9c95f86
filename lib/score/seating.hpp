// SPDX-License-Identifier: MIT
// The search for the set of people that serves the goals best, and for who steps in.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// Fewer are chosen only where fewer serve any goal; each further one must add something.
inline constexpr std::size_t least_targets = 3;

/// One who may be chosen: the chance that they come and serve each goal.
struct Player {
    std::size_t match = 0;
    std::vector<double> serves; ///< per goal: chance to come · score
    std::string house;          ///< empty: never in anybody's way
    int house_limit = 1;        ///< how many of the house may be chosen
    bool pinned = false;        ///< chosen before all others, whatever their house and use
};

/// The players of one ranking; sets of them are places in it. What shortlist.hpp says of choose() is done here.
class Seating {
public:
    Seating(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals);

    /// The best set of up to `most`, by place in the ranking.
    std::vector<std::size_t> targets(std::size_t most) const;

    /// Gives the last seat to a person nobody planned, if there is one, and a seat that no pin holds.
    std::optional<Unplanned> give_up_a_seat(std::vector<std::size_t>& chosen, std::size_t most, std::span<Match const> matches,
                                            std::span<Candidate const> candidates, Goals const& goals) const;

    /// In the order in which they would step in: pinned people for whom there was no seat, then each the best to have
    /// if one of the targets, any one of them, does not come.
    std::vector<std::size_t> reserves(std::vector<std::size_t> const& chosen) const;

    std::size_t match_of(std::size_t player) const { return m_players[player].match; }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void add_player(Match const& match, std::size_t index, Candidate const& candidate, Goals const& goals);
    double value(std::vector<std::size_t> const& chosen) const;
    double coverage_of(std::vector<std::size_t> const& chosen, std::size_t goal) const;
    bool fits(std::vector<std::size_t> const& chosen, std::size_t player, std::size_t leaving = none) const;
    std::size_t best_addition(std::vector<std::size_t> const& chosen, double& gain) const;
    bool exchange_one(std::vector<std::size_t>& chosen) const;
    bool exchange_two(std::vector<std::size_t>& chosen) const;
    std::vector<std::size_t> best_pair(std::vector<std::size_t> const& rest) const;

    std::vector<Player> m_players;
    std::vector<double> m_weights; ///< of the goals, summing to 1
};

} // namespace knowwho
