// SPDX-License-Identifier: MIT
#include "score/serendipity.hpp"

#include "score/chance.hpp"
#include "score/organisation_key.hpp"
#include "score/sentences.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace knowwho {
namespace {

constexpr double asked_for = 0.15; ///< who serves a goal as likely as that is no surprise
constexpr double worth_of_common_ground = 0.5;
constexpr double worth_of_offer = 0.3;
constexpr double worth_of_rare_role = 0.2; ///< of a role that nobody else has
constexpr std::size_t shortest_word = 4;
constexpr std::size_t people_to_compare = 10; ///< among fewer every role is rare

std::set<std::string> role_words(Candidate const& candidate)
{
    auto words = std::set<std::string>{};
    for (auto& word : folded_words(candidate.attendance.row.role)) {
        if (word.size() >= shortest_word) {
            words.insert(std::move(word));
        }
    }
    return words;
}

/// How rare the words of roles are on a list.
class RareRoles {
public:
    explicit RareRoles(std::span<Candidate const> candidates) : m_people(candidates.size())
    {
        for (auto const& candidate : candidates) {
            for (auto const& word : role_words(candidate)) {
                ++m_people_with[word];
            }
        }
    }

    /// 0 for a role of everybody or none, 1 for words that nobody else has.
    double of(Candidate const& candidate) const
    {
        auto const words = role_words(candidate);
        double sum = 0;
        for (auto const& word : words) {
            sum += std::log(static_cast<double>(m_people) / static_cast<double>(m_people_with.at(word)));
        }
        return words.empty() || m_people < people_to_compare ? 0 : sum / static_cast<double>(words.size()) / std::log(static_cast<double>(m_people));
    }

private:
    std::size_t m_people;
    std::unordered_map<std::string, std::size_t> m_people_with;
};

/// 1 for whom no goal has anything to do with, 0 for whom one asks for.
double distance_from_goals(Match const& match)
{
    double best = 0;
    for (auto const& goal : match.goals) {
        best = std::max(best, goal.score);
    }
    return std::max(0.0, 1 - best / asked_for);
}

bool is_a_surprise(Match const& match, Candidate const& candidate)
{
    bool const something_to_begin_with = !candidate.evidence.empty() || !candidate.attendance.row.talks.empty();
    return match.excluded.empty() && match.mark == Mark::none && distance_from_goals(match) > 0 && something_to_begin_with;
}

Reason const* reason_of(Match const& match, SignalKind signal)
{
    auto const found = std::ranges::find(match.reasons, signal, &Reason::signal);
    return found == match.reasons.end() ? nullptr : &*found;
}

Reason why(Match const& match, Candidate const& candidate, Sentences const& sentences)
{
    for (auto const signal : {SignalKind::common_ground, SignalKind::offer}) {
        if (auto const* const reason = reason_of(match, signal)) {
            auto told = *reason;
            told.sentence = sentences.unplanned(reason->sentence);
            return told;
        }
    }
    auto const& row = candidate.attendance.row;
    return {SignalKind::role, 0, 0, sentences.unplanned(sentences.rare_role(row.role)), {row.role}, {RosterSource{candidate.attendance.list_file, row.line}}};
}

std::unordered_set<std::string> houses_of(std::span<std::size_t const> chosen, std::span<Match const> matches, std::span<Candidate const> candidates)
{
    auto houses = std::unordered_set<std::string>{};
    for (auto const index : chosen) {
        houses.insert(plain_organisation_key(candidates[matches[index].candidate].attendance.row.organisation));
    }
    houses.erase(std::string{});
    return houses;
}

} // namespace

std::optional<Unplanned> person_nobody_planned(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals,
    std::span<std::size_t const> chosen)
{
    auto const houses = houses_of(chosen, matches, candidates);
    auto const rare = RareRoles{candidates};
    double best = 0;
    auto found = matches.size();
    for (std::size_t index = 0; index < matches.size(); ++index) {
        auto const& candidate = candidates[matches[index].candidate];
        if (!is_a_surprise(matches[index], candidate) || std::ranges::find(chosen, index) != chosen.end()
            || houses.contains(plain_organisation_key(candidate.attendance.row.organisation))) {
            continue;
        }
        auto const worth = (reason_of(matches[index], SignalKind::common_ground) == nullptr ? 0 : worth_of_common_ground)
            + (reason_of(matches[index], SignalKind::offer) == nullptr ? 0 : worth_of_offer) + worth_of_rare_role * rare.of(candidate);
        auto const expected = worth * distance_from_goals(matches[index]) * chance_to_come(candidate.attendance, goals.event);
        if (expected > best + 1e-12) {
            best = expected;
            found = index;
        }
    }
    if (found == matches.size()) {
        return std::nullopt;
    }
    return Unplanned{found, why(matches[found], candidates[matches[found].candidate], Sentences{goals.event})};
}

} // namespace knowwho
