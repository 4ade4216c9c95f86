// SPDX-License-Identifier: MIT
// A line on standard error with rate and time left, for work of more than a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace knowwho {

class ProgressBar {
public:
    using Clock = std::chrono::steady_clock;

    /// Draws nothing unless `shown`. `now` is the clock, for tests.
    ProgressBar(std::ostream& stream, bool shown, std::function<Clock::time_point()> now = Clock::now);
    ~ProgressBar();
    ProgressBar(ProgressBar const&) = delete;
    ProgressBar& operator=(ProgressBar const&) = delete;

    void update(std::string_view step, std::int64_t done, std::int64_t total);

    /// For Watch::progress; the bar must outlive it.
    std::function<void(std::string_view, std::int64_t, std::int64_t)> callback();

private:
    void wipe();

    std::ostream& m_stream;
    bool m_shown;
    std::function<Clock::time_point()> m_now;
    std::string m_step;
    Clock::time_point m_started;
    Clock::time_point m_drawn;
    bool m_on_screen = false;
};

} // namespace knowwho
