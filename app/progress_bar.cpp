// SPDX-License-Identifier: MIT
#include "app/progress_bar.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <utility>

namespace knowwho {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s;      // quicker work shows no bar
constexpr auto between_draws = 100ms;
constexpr int width = 24;

std::string bar(double share)
{
    auto const filled = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
    return fmt::format("[{:█<{}}{:·<{}}]", "", filled, "", width - filled);
}

} // namespace

ProgressBar::ProgressBar(std::ostream& stream, bool shown, std::function<Clock::time_point()> now)
    : m_stream(stream), m_shown(shown), m_now(std::move(now)), m_started(m_now()), m_drawn(m_started)
{
}

ProgressBar::~ProgressBar()
{
    wipe();
}

void ProgressBar::update(std::string_view step, std::int64_t done, std::int64_t total)
{
    if (!m_shown) {
        return;
    }
    auto const time = m_now();
    // What stands behind the colon changes as the step goes on.
    if (auto const name = step.substr(0, step.find(": ")); name != m_step) {
        wipe();
        m_step = name;
        m_started = time;
    }
    auto const elapsed = time - m_started;
    if (elapsed < patience || time - m_drawn < between_draws) {
        return;
    }
    m_drawn = time;
    m_on_screen = true;
    auto const seconds = std::chrono::duration<double>(elapsed).count();
    auto const rate = static_cast<double>(done) / seconds;
    m_stream << fmt::format("\r\033[K{} ", step);
    if (total > 0) {
        auto const left = rate > 0 ? static_cast<double>(total - done) / rate : 0;
        m_stream << fmt::format("{} {}/{}, {:.0f}/s, {:.0f} s left", bar(static_cast<double>(done) / static_cast<double>(total)),
            done, total, rate, left);
    } else {
        m_stream << fmt::format("{}, {:.0f}/s", done, rate);
    }
    m_stream << std::flush;
}

std::function<void(std::string_view, std::int64_t, std::int64_t)> ProgressBar::callback()
{
    return [this](std::string_view step, std::int64_t done, std::int64_t total) { update(step, done, total); };
}

void ProgressBar::wipe()
{
    if (m_on_screen) {
        m_stream << "\r\033[K" << std::flush;
        m_on_screen = false;
    }
}

} // namespace knowwho
