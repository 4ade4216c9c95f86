// SPDX-License-Identifier: MIT
#include "score/rank.hpp"

#include "relevance/blend.hpp"
#include "relevance/need_reader.hpp"
#include "relevance/person_likeness.hpp"
#include "score/gates.hpp"
#include "score/goal_scorer.hpp"
#include "score/value.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t report_every = 1000;

double age_in_years(Candidate const& candidate, std::size_t text, PartialDate today)
{
    auto const talks = candidate.attendance.row.talks.size();
    if (text < talks || text - talks >= candidate.evidence.size()) {
        return 0;
    }
    auto const& published = candidate.evidence[text - talks].page.published;
    constexpr double days_per_year = 365.25;
    return published && *published < today ? days_between(*published, today) / days_per_year : 0;
}

/// The likeness of each candidate to one need, from that of their texts.
std::vector<float> likeness_of_people(std::span<Candidate const> candidates, CandidateTexts const& texts,
                                      std::vector<float> const& of_texts, PartialDate today)
{
    auto of_people = std::vector<float>{};
    auto aged = std::vector<AgedLikeness>{};
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        aged.clear();
        for (auto text = texts.first[i]; text < texts.first[i + 1]; ++text) {
            aged.push_back({of_texts[text], age_in_years(candidates[i], text - texts.first[i], today)});
        }
        of_people.push_back(static_cast<float>(person_likeness(aged)));
    }
    return of_people;
}

ValueWeights value_weights(SignalWeights const& learnt)
{
    auto weights = ValueWeights{};
    weights.offer *= learnt.of(SignalKind::offer);
    weights.common_ground *= learnt.of(SignalKind::common_ground);
    weights.reachable *= learnt.of(SignalKind::reachable);
    return weights;
}

/// Everything that is made once for all candidates.
class Ranking {
public:
    Ranking(std::span<Candidate const> candidates, Goals const& goals, PartialDate today, SignalWeights const& weights)
        : m_goals(goals), m_weights(weights), m_texts(texts_of(candidates, goals.event.language)),
          m_reader(m_texts.corpus, BridgeList::built_in(), installed_word_nets(), goals.event.language), m_gates(goals, m_reader), m_value(goals.me, m_reader, value_weights(weights)),
          m_sentences(goals.event)
    {
        auto wants = std::vector<std::string_view>{};
        for (auto const& goal : goals.goals) {
            wants.push_back(goal.want);
        }
        auto needs = m_reader.read_all(wants);
        auto const likeness = likeness_of_texts(m_texts.corpus, needs);
        for (std::size_t i = 0; i < goals.goals.size(); ++i) {
            auto of_people = likeness_of_people(candidates, m_texts, likeness[i], today);
            m_scorers.emplace_back(goals.goals[i], i, std::move(needs[i]), std::move(of_people), m_reader);
        }
    }

    Match match(Candidate const& candidate, std::size_t index)
    {
        view_candidate(m_texts, candidate, index, m_view);
        auto match = Match{};
        match.person = candidate.attendance.person;
        match.candidate = index;
        match.excluded = m_gates.excluded(m_view, m_sentences);
        score_goals(match);
        auto const added = m_value.add(m_view, match.score, m_sentences, match.reasons);
        match.score += added;
        match.low += added;
        match.high = std::max(match.high, match.score);
        std::stable_sort(match.reasons.begin(), match.reasons.end(), [&](auto const& a, auto const& b) { return weight_of(a) > weight_of(b); });
        return match;
    }

private:
    void score_goals(Match& match)
    {
        double weights = 0;
        for (std::size_t goal = 0; goal < m_scorers.size(); ++goal) {
            auto scored = GoalMatch{};
            if (m_gates.open(goal, m_view)) {
                auto const before = match.reasons.size();
                scored = m_scorers[goal].score(m_view, m_texts, m_sentences, match.reasons);
                m_weights.apply(scored, std::span{match.reasons}.subspan(before));
            }
            auto const weight = m_goals.goals[goal].weight;
            weights += weight;
            match.score += weight * scored.score;
            match.low += weight * scored.low;
            match.high += weight * scored.high;
            match.goals.push_back(scored);
        }
        match.score /= weights;
        match.low /= weights;
        match.high /= weights;
    }

    double weight_of(Reason const& reason) const
    {
        bool const of_goal = reason.signal != SignalKind::common_ground && reason.signal != SignalKind::offer
            && reason.signal != SignalKind::reachable;
        return reason.share * (of_goal ? m_goals.goals[reason.goal].weight : 1.0);
    }

    Goals const& m_goals;
    SignalWeights const& m_weights;
    CandidateTexts m_texts;
    NeedReader m_reader;
    Gates m_gates;
    Value m_value;
    Sentences m_sentences;
    std::vector<GoalScorer> m_scorers;
    CandidateView m_view;
};

/// The one total order of matches.
void sort_best_first(std::vector<Match>& matches, std::span<Candidate const> candidates)
{
    std::sort(matches.begin(), matches.end(), [&](Match const& a, Match const& b) {
        if (a.excluded.empty() != b.excluded.empty()) {
            return a.excluded.empty();
        }
        if (a.score != b.score) {
            return a.score > b.score;
        }
        auto const& one = candidates[a.candidate].attendance;
        auto const& two = candidates[b.candidate].attendance;
        return std::tie(one.row.name.written, one.person, one.id, a.candidate)
            < std::tie(two.row.name.written, two.person, two.id, b.candidate);
    });
}

} // namespace

std::vector<Match> rank(std::span<Candidate const> candidates, Goals const& goals, PartialDate today, Watch const& watch,
    SignalWeights const& weights)
{
    auto ranking = Ranking{candidates, goals, today, weights};
    auto matches = std::vector<Match>{};
    matches.reserve(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i % report_every == 0) {
            watch.check();
            watch.report("rank", static_cast<std::int64_t>(i), static_cast<std::int64_t>(candidates.size()));
        }
        matches.push_back(ranking.match(candidates[i], i));
    }
    sort_best_first(matches, candidates);
    return matches;
}

} // namespace knowwho
