// SPDX-License-Identifier: MIT
// Time as transfers need it: the date for caches, ticks for pace, and a way to wait.
#pragma once

#include "model/date.hpp"

#include <chrono>

namespace knowwho {

class Clock {
public:
    using Ticks = std::chrono::milliseconds; ///< since some fixed point; never goes back

    virtual ~Clock() = default;
    virtual Instant now() = 0;
    virtual Ticks ticks() = 0;
    /// Waits while nothing else is to be done. A clock of a test moves itself on instead.
    virtual void wait(Ticks duration) = 0;
};

/// The machine's clocks. Made in `app` and handed down.
class SystemClock : public Clock {
public:
    Instant now() override;
    Ticks ticks() override;
    void wait(Ticks duration) override;
};

} // namespace knowwho
