// SPDX-License-Identifier: MIT
// The one long piece of work that runs beside the page: watched, stopped, told about.
#pragma once

#include "model/watch.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace knowwho::review {

struct JobState {
    std::string name;         ///< "enrich", ...; empty: nothing ran yet
    bool is_running = false;
    std::string step;         ///< what it is at
    std::int64_t done = 0;
    std::int64_t total = 0;   ///< 0: unknown
    std::string result;       ///< what the work returned, or the sentence of what it threw
    bool failed = false;
};

/// A job has its own thread and opens its own notebook: the page is served meanwhile.
class Jobs {
public:
    /// `told` is called from the job's thread whenever the state has changed.
    explicit Jobs(std::function<void(JobState const&)> told) : m_told(std::move(told)) {}
    /// Asks the job to stop and waits for it.
    ~Jobs();
    Jobs(Jobs const&) = delete;
    Jobs& operator=(Jobs const&) = delete;

    /// Starts `work`, which returns the sentence that tells what came of it. False if one is running.
    bool start(std::string name, std::function<std::string(Watch const&)> work);

    void stop();
    JobState state() const;

    /// The state for a page that tells of the jobs with these names, parted by blanks: of another one only while it runs.
    JobState shown(std::string_view names) const;

private:
    template <typename Change>
    void change(Change change);
    void run(std::function<std::string(Watch const&)> const& work, std::stop_token stop);

    std::function<void(JobState const&)> m_told;
    mutable std::mutex m_mutex;
    JobState m_state;
    std::jthread m_thread;
};

} // namespace knowwho::review
