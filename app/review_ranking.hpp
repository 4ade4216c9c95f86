// SPDX-License-Identifier: MIT
// The ranking that the review shows, made from the notebook: at once, or beside the page while an older one is shown.
#pragma once

#include "app/steps.hpp"
#include "score/signal_weights.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace knowwho::review {

/// What the pages about an event stand on, before anything that was decided about people.
struct RankedEvent {
    Event event;
    std::string fingerprint; ///< of the roster and its evidence, as they were read
    std::string goals_text;  ///< kept with the event
    Goals written;           ///< as the goals file has them
    SignalWeights learnt;
    std::vector<Candidate> candidates;
    std::vector<Match> matches;
    std::unordered_map<PersonId, std::size_t> questions; ///< open ones
    std::chrono::steady_clock::duration took{};
};

/// What the roster of an event and its evidence are now: other words once they have changed.
std::string state_of_event(Notebook const& notebook, EventId event);

/// `goals_file` may be empty: the goals kept with the event. Throws Error (usage, input) about the goals, or Interrupted.
RankedEvent rank_anew(Notebook const& notebook, Event const& event, std::string const& goals_file, Instant now, std::stop_token stop);

/// One ranking made beside the page, in a notebook of its own.
class RankingBeside {
public:
    /// `told` is called from its thread when a ranking is there, or was not to be had.
    explicit RankingBeside(std::function<void()> told) : m_told(std::move(told)) {}
    ~RankingBeside() { drop(); }
    RankingBeside(RankingBeside const&) = delete;
    RankingBeside& operator=(RankingBeside const&) = delete;

    /// Nothing while one is being made.
    void start(std::filesystem::path notebook, Event event, std::string goals_file, Instant now);

    /// The one that is ready, once.
    std::optional<RankedEvent> take();

    /// Whether one is being made, or is ready to be taken.
    bool is_at_work() const;

    /// Stops what is being made, and forgets what is ready.
    void drop();

private:
    void finished(std::optional<RankedEvent> made);

    std::function<void()> m_told;
    mutable std::mutex m_mutex;
    bool m_is_running = false;
    std::optional<RankedEvent> m_made;
    std::jthread m_thread;
};

} // namespace knowwho::review
