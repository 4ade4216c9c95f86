// SPDX-License-Identifier: MIT
#include "app/review_ranking.hpp"

#include "app/embeddings_step.hpp"
#include "review/decided_goals.hpp"
#include "score/rank.hpp"
#include "store/candidates.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"
#include "store/outcomes.hpp"
#include "store/pages.hpp"

#include <fmt/format.h>
#include <set>
#include <utility>

namespace knowwho::review {
namespace {

std::unordered_map<PersonId, std::size_t> count_questions(Notebook const& notebook, EventId event)
{
    auto counts = std::unordered_map<PersonId, std::size_t>{};
    auto asked = std::set<std::pair<PersonId, PageId>>{};
    for (auto const& question : open_questions(notebook, event)) {
        counts[question.link.person] += !question.link.by_user && asked.emplace(question.link.person, question.page.id).second;
    }
    return counts;
}

} // namespace

std::string state_of_event(Notebook const& notebook, EventId event)
{
    return fmt::format("{} {}", event.value, roster_fingerprint(notebook, event));
}

RankedEvent rank_anew(Notebook const& notebook, Event const& event, std::string const& goals_file, Instant now, std::stop_token stop)
{
    auto const begins = std::chrono::steady_clock::now();
    auto ranked = RankedEvent{};
    ranked.event = event;
    ranked.fingerprint = state_of_event(notebook, event.id); // first: what comes in between is seen as new
    ranked.goals_text = goals_text(notebook, event.id);
    ranked.written = written_goals(notebook, event, goals_file).goals;
    auto decided = ranked.written;
    add_decisions(notebook, event.id, decided);
    ranked.learnt = SignalWeights{learnt_factors(notebook)};
    ranked.candidates = load_candidates(notebook, event.id);
    ranked.matches = rank(ranked.candidates, decided, day_of(now), Watch{{}, std::move(stop)}, ranked.learnt,
        kept_vectors(notebook, ranked.candidates, decided));
    ranked.questions = count_questions(notebook, event.id);
    ranked.took = std::chrono::steady_clock::now() - begins;
    return ranked;
}

void RankingBeside::start(std::filesystem::path notebook, Event event, std::string goals_file, Instant now)
{
    {
        auto const lock = std::scoped_lock{m_mutex};
        if (std::exchange(m_is_running, true)) {
            return;
        }
    }
    m_thread = std::jthread{[this, notebook = std::move(notebook), event = std::move(event), goals_file = std::move(goals_file), now](std::stop_token stop) {
        auto made = std::optional<RankedEvent>{};
        try {
            made = rank_anew(Notebook::open(notebook), event, goals_file, now, std::move(stop));
        } catch (Error const&) { // the next question tries again, and says why
        }
        finished(std::move(made));
    }};
}

void RankingBeside::finished(std::optional<RankedEvent> made)
{
    {
        auto const lock = std::scoped_lock{m_mutex};
        m_made = std::move(made);
        m_is_running = false;
    }
    m_told();
}

std::optional<RankedEvent> RankingBeside::take()
{
    auto const lock = std::scoped_lock{m_mutex};
    return std::exchange(m_made, std::nullopt);
}

bool RankingBeside::is_at_work() const
{
    auto const lock = std::scoped_lock{m_mutex};
    return m_is_running || m_made.has_value();
}

void RankingBeside::drop()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    take();
}

} // namespace knowwho::review
