// SPDX-License-Identifier: MIT
#include "score/seating.hpp"

#include "score/chance.hpp"
#include "score/organisation_key.hpp"
#include "score/serendipity.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t most_reserves = 5;
constexpr std::size_t looked_at = 400;    ///< the best of the ranking; nobody below can change the set
constexpr double least_use = 0.05;        ///< of the best goal, to be worth a page
constexpr double least_gain = 0.04;       ///< a fourth and fifth must add this share of what is covered
constexpr int most_of_a_house_asked_for = 2; ///< a second one in case the first does not come
constexpr std::size_t looked_at_in_pairs = 40; ///< the best of these: twice as many cost four times the time

std::unordered_set<std::string> houses_asked_for(Goals const& goals)
{
    auto houses = std::unordered_set<std::string>{};
    for (auto const& goal : goals.goals) {
        for (auto const& organisation : goal.organisations) {
            houses.insert(plain_organisation_key(organisation));
        }
    }
    return houses;
}

} // namespace

Seating::Seating(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals)
{
    double sum = 0;
    for (auto const& goal : goals.goals) {
        sum += goal.weight;
    }
    for (auto const& goal : goals.goals) {
        m_weights.push_back(goal.weight / sum);
    }
    auto const asked_for = houses_asked_for(goals);
    for (std::size_t index = 0; index < matches.size(); ++index) {
        if (m_players.size() >= looked_at && matches[index].mark != Mark::pinned) {
            continue;
        }
        add_player(matches[index], index, candidates[matches[index].candidate], goals);
    }
    for (auto& player : m_players) {
        if (asked_for.contains(player.house)) {
            player.house_limit = most_of_a_house_asked_for;
        }
    }
}

void Seating::add_player(Match const& match, std::size_t index, Candidate const& candidate, Goals const& goals)
{
    double best = 0;
    for (auto const& goal : match.goals) {
        best = std::max(best, goal.score);
    }
    bool const pinned = match.mark == Mark::pinned;
    if (!match.excluded.empty() || (best < least_use && !pinned)) {
        return;
    }
    auto player = Player{index, {}, plain_organisation_key(candidate.attendance.row.organisation)};
    player.pinned = pinned;
    auto const chance = chance_to_come(candidate.attendance, goals.event);
    for (auto const& goal : match.goals) {
        player.serves.push_back(chance * goal.score);
    }
    m_players.push_back(std::move(player));
}

double Seating::coverage_of(std::vector<std::size_t> const& chosen, std::size_t goal) const
{
    double missed = 1;
    for (auto const player : chosen) {
        missed *= 1 - m_players[player].serves[goal];
    }
    return 1 - missed;
}

double Seating::value(std::vector<std::size_t> const& chosen) const
{
    double sum = 0;
    for (std::size_t goal = 0; goal < m_weights.size(); ++goal) {
        sum += m_weights[goal] * coverage_of(chosen, goal);
    }
    return sum;
}

bool Seating::fits(std::vector<std::size_t> const& chosen, std::size_t player, std::size_t leaving) const
{
    auto const& house = m_players[player].house;
    int of_the_house = 0;
    for (auto const other : chosen) {
        if (other == player) {
            return false;
        }
        of_the_house += other != leaving && !house.empty() && m_players[other].house == house;
    }
    return of_the_house < m_players[player].house_limit || m_players[player].pinned;
}

std::size_t Seating::best_addition(std::vector<std::size_t> const& chosen, double& gain) const
{
    auto best = none;
    gain = 0;
    auto const before = value(chosen);
    auto tried = chosen;
    tried.push_back(0);
    for (std::size_t player = 0; player < m_players.size(); ++player) {
        if (!fits(chosen, player)) {
            continue;
        }
        tried.back() = player;
        auto const added = value(tried) - before;
        if (added > gain + 1e-12) { // of equals the one ranked first
            best = player;
            gain = added;
        }
    }
    return best;
}

/// Swaps one target for somebody better; false if nobody is.
bool Seating::exchange_one(std::vector<std::size_t>& chosen) const
{
    auto best = chosen;
    auto best_value = value(chosen) + 1e-9;
    for (std::size_t seat = 0; seat < chosen.size(); ++seat) {
        auto tried = chosen;
        for (std::size_t player = 0; player < m_players.size() && !m_players[chosen[seat]].pinned; ++player) {
            if (!fits(chosen, player, chosen[seat])) {
                continue;
            }
            tried[seat] = player;
            if (value(tried) > best_value) {
                best_value = value(tried);
                best = tried;
            }
        }
    }
    bool const changed = best != chosen;
    chosen = std::move(best);
    return changed;
}

/// The best set of `rest` and two more of those who rank high; `rest` alone if no two fit.
std::vector<std::size_t> Seating::best_pair(std::vector<std::size_t> const& rest) const
{
    auto best = rest;
    double best_value = 0;
    auto with = rest;
    with.resize(rest.size() + 2);
    auto const end = std::min(m_players.size(), looked_at_in_pairs);
    for (std::size_t one = 0; one < end; ++one) {
        if (!fits(rest, one)) {
            continue;
        }
        auto const and_one = [&] { auto set = rest; set.push_back(one); return set; }();
        for (auto two = one + 1; two < end; ++two) {
            with[rest.size()] = one;
            with[rest.size() + 1] = two;
            if (auto const worth = value(with); worth > best_value && fits(and_one, two)) {
                best_value = worth;
                best = with;
            }
        }
    }
    return best;
}

/// Swaps two targets at once, where swapping one alone gains nothing; false if that gains nothing either.
bool Seating::exchange_two(std::vector<std::size_t>& chosen) const
{
    auto best = chosen;
    for (std::size_t first = 0; first < chosen.size(); ++first) {
        for (auto second = first + 1; second < chosen.size(); ++second) {
            if (m_players[chosen[first]].pinned || m_players[chosen[second]].pinned) {
                continue;
            }
            auto rest = chosen;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(second));
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(first));
            auto tried = best_pair(rest);
            if (tried.size() == chosen.size() && value(tried) > value(best) + 1e-9) {
                best = std::move(tried);
            }
        }
    }
    bool const changed = best != chosen;
    chosen = std::move(best);
    return changed;
}

std::vector<std::size_t> Seating::targets(std::size_t most) const
{
    auto chosen = std::vector<std::size_t>{};
    for (std::size_t player = 0; player < m_players.size() && chosen.size() < most; ++player) {
        if (m_players[player].pinned) {
            chosen.push_back(player);
        }
    }
    while (chosen.size() < most) {
        double gain = 0;
        auto const next = best_addition(chosen, gain);
        if (next == none || (chosen.size() >= least_targets && gain < least_gain * value(chosen))) {
            break;
        }
        chosen.push_back(next);
    }
    constexpr int most_exchanges = 50;
    for (int i = 0; i < most_exchanges && (exchange_one(chosen) || exchange_two(chosen)); ++i) {
    }
    std::sort(chosen.begin(), chosen.end(), [&](auto a, auto b) { return match_of(a) < match_of(b); });
    return chosen;
}

std::optional<Unplanned> Seating::give_up_a_seat(std::vector<std::size_t>& chosen, std::size_t most, std::span<Match const> matches,
                                                std::span<Candidate const> candidates, Goals const& goals) const
{
    auto const pinned = static_cast<std::size_t>(std::ranges::count_if(chosen, [&](auto player) { return m_players[player].pinned; }));
    if (most < 2 || pinned >= most) {
        return std::nullopt;
    }
    auto fewer = chosen.size() < most ? chosen : targets(most - 1);
    auto indices = std::vector<std::size_t>{};
    std::ranges::transform(fewer, std::back_inserter(indices), [&](auto player) { return match_of(player); });
    auto found = person_nobody_planned(matches, candidates, goals, indices);
    chosen = found ? std::move(fewer) : std::move(chosen);
    return found;
}

std::vector<std::size_t> Seating::reserves(std::vector<std::size_t> const& chosen) const
{
    auto found = std::vector<std::size_t>{};
    auto value_as_reserve = std::vector<std::pair<double, std::size_t>>{};
    for (std::size_t player = 0; player < m_players.size(); ++player) {
        if (std::find(chosen.begin(), chosen.end(), player) != chosen.end()) {
            continue;
        }
        double sum = 0;
        for (auto const leaving : chosen) {
            auto others = chosen;
            std::replace(others.begin(), others.end(), leaving, player);
            sum += fits(chosen, player, leaving) ? value(others) : 0;
        }
        if (m_players[player].pinned) {
            found.push_back(player);
        } else if (sum > 0) {
            value_as_reserve.emplace_back(-sum, player);
        }
    }
    std::sort(value_as_reserve.begin(), value_as_reserve.end());
    for (std::size_t i = 0; i < value_as_reserve.size() && found.size() < most_reserves; ++i) {
        found.push_back(value_as_reserve[i].second);
    }
    return found;
}

} // namespace knowwho
