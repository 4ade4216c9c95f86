// SPDX-License-Identifier: MIT
#include "fetch/clock.hpp"

#include <thread>

namespace knowwho {

Instant SystemClock::now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Clock::Ticks SystemClock::ticks()
{
    return std::chrono::duration_cast<Ticks>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::wait(Ticks duration)
{
    std::this_thread::sleep_for(duration);
}

} // namespace knowwho
