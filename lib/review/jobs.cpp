// SPDX-License-Identifier: MIT
#include "review/jobs.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace knowwho::review {

Jobs::~Jobs()
{
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool Jobs::start(std::string name, std::function<std::string(Watch const&)> work)
{
    if (state().is_running) {
        return false;
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
    change([&](JobState& state) {
        state = {};
        state.name = std::move(name);
        state.is_running = true;
    });
    m_thread = std::jthread{[this, work = std::move(work)](std::stop_token stop) { run(work, std::move(stop)); }};
    return true;
}

void Jobs::stop()
{
    m_thread.request_stop();
}

JobState Jobs::state() const
{
    auto const lock = std::scoped_lock{m_mutex};
    return m_state;
}

JobState Jobs::shown(std::string_view names) const
{
    auto now = state();
    auto const told = split_at_blanks(names);
    return now.is_running || std::ranges::find(told, now.name) != told.end() ? now : JobState{};
}

template <typename Change>
void Jobs::change(Change change)
{
    auto copy = JobState{};
    {
        auto const lock = std::scoped_lock{m_mutex};
        change(m_state);
        copy = m_state;
    }
    if (m_told) {
        m_told(copy);
    }
}

void Jobs::run(std::function<std::string(Watch const&)> const& work, std::stop_token stop)
{
    auto const progress = [this](std::string_view step, std::int64_t done, std::int64_t total) {
        change([&](JobState& state) {
            state.step = step;
            state.done = done;
            state.total = total;
        });
    };
    auto result = std::string{};
    bool failed = false;
    try {
        result = work(Watch{progress, std::move(stop)});
    } catch (std::exception const& failure) {
        result = failure.what();
        failed = true;
    }
    change([&](JobState& state) {
        state.is_running = false;
        state.result = std::move(result);
        state.failed = failed;
    });
}

} // namespace knowwho::review
