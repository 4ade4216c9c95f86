// SPDX-License-Identifier: MIT
// A clock that stands still until somebody waits, so that patience costs no time in tests.
#pragma once

#include "fetch/clock.hpp"

#include <chrono>
#include <string_view>

namespace knowwho::test {

class TestClock : public Clock {
public:
    explicit TestClock(Instant start = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + std::chrono::hours{9})
        : m_start(start)
    {
    }

    Instant now() override { return m_start + std::chrono::floor<std::chrono::seconds>(m_passed); }
    Ticks ticks() override { return m_passed; }
    void wait(Ticks duration) override { m_passed += duration; }

    /// What has been waited for so far.
    Ticks passed() const { return m_passed; }

private:
    Instant m_start;
    Ticks m_passed{0};
};

} // namespace knowwho::test
