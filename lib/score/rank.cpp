// SPDX-License-Identifier: MIT
#include "score/rank.hpp"

#include "relevance/blend.hpp"
#include "relevance/need_reader.hpp"
#include "relevance/parts.hpp"
#include "relevance/person_likeness.hpp"
#include "score/gates.hpp"
#include "score/goal_scorer.hpp"
#include "score/settle.hpp"
#include "score/value.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t people_of_part = 100;

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

/// Everything that is made once for all candidates.
class Ranking {
public:
    Ranking(std::span<Candidate const> candidates, Goals const& goals, PartialDate today, SignalWeights const& weights, TextVectors const& vectors)
        : m_weights(weights), m_looks_at_everybody(goals.event.serendipity), m_texts(texts_of(candidates, goals.event.language)),
          m_reader(m_texts.corpus, BridgeList::built_in(), installed_word_nets(), goals.event.language), m_gates(goals, m_reader), m_value(goals.me, m_reader),
          m_sentences(goals.event)
    {
        auto wants = std::vector<std::string_view>{};
        for (auto const& goal : goals.goals) {
            wants.push_back(goal.want);
        }
        auto needs = m_reader.read_all(wants);
        auto const likeness = likeness_of_texts(m_texts.corpus, needs, vectors);
        for (std::size_t i = 0; i < goals.goals.size(); ++i) {
            auto of_people = likeness_of_people(candidates, m_texts, likeness[i], today);
            m_scorers.emplace_back(goals.goals[i], i, std::move(needs[i]), std::move(of_people), m_reader);
        }
    }

    /// `view` is scratch. For several threads at once.
    Match match(Candidate const& candidate, std::size_t index, CandidateView& view) const
    {
        view_candidate(m_texts, candidate, index, m_reader.looked_for(), view);
        auto match = Match{};
        match.person = candidate.attendance.person;
        match.candidate = index;
        match.barred = m_gates.absent(view, m_sentences);
        match.is_absent = !match.barred.empty();
        match.barred = match.is_absent ? std::move(match.barred) : m_gates.ruled_out(view, m_sentences);
        if (score_goals(match, view) || m_looks_at_everybody) {
            m_value.add(view, m_sentences, match.reasons);
        }
        return match;
    }

private:
    /// Whether the person serves any.
    bool score_goals(Match& match, CandidateView const& view) const
    {
        bool serves = false;
        for (std::size_t goal = 0; goal < m_scorers.size(); ++goal) {
            auto scored = GoalMatch{};
            if (m_gates.open(goal, view)) {
                auto const before = match.reasons.size();
                scored = m_scorers[goal].score(view, m_texts, m_sentences, match.reasons);
                m_weights.apply(scored, std::span{match.reasons}.subspan(before));
            }
            serves = serves || scored.score > 0;
            match.goals.push_back(scored);
        }
        return serves;
    }

    SignalWeights const& m_weights;
    bool m_looks_at_everybody; ///< whom nobody planned is to be found, too
    CandidateTexts m_texts;
    NeedReader m_reader;
    Gates m_gates;
    Value m_value;
    Sentences m_sentences;
    std::vector<GoalScorer> m_scorers;
};

} // namespace

std::vector<Match> rank(std::span<Candidate const> candidates, Goals const& goals, PartialDate today, Watch const& watch,
    SignalWeights const& weights, TextVectors const& vectors)
{
    auto const ranking = Ranking{candidates, goals, today, weights, vectors};
    auto matches = std::vector<Match>(candidates.size());
    auto const match_part = [&](std::size_t begin, std::size_t end) {
        auto view = CandidateView{};
        for (auto i = begin; i < end; ++i) {
            matches[i] = ranking.match(candidates[i], i, view);
        }
    };
    auto const tell = [&](std::size_t done) {
        watch.check();
        watch.report("rank", static_cast<std::int64_t>(done), static_cast<std::int64_t>(candidates.size()));
    };
    tell(0);
    in_parts(candidates.size(), people_of_part, match_part, tell);
    settle(matches, candidates, goals, weights);
    return matches;
}

} // namespace knowwho
