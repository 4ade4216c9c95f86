// SPDX-License-Identifier: MIT
// How a long step is watched and stopped from outside.
#pragma once

#include "model/error.hpp"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace knowwho {

/// Handed to every step that may take over a second. Cheap to copy; the default does nothing.
struct Watch {
    /// Called now and then with the step's name, what is done and how much there is (0: unknown).
    std::function<void(std::string_view step, std::int64_t done, std::int64_t total)> progress;
    /// A step looks at it between items, finishes the item in hand, and throws Interrupted.
    std::stop_token stop;

    /// Throws Interrupted when a stop was asked for.
    void check() const
    {
        if (stop.stop_requested()) {
            throw Interrupted{};
        }
    }

    void report(std::string_view step, std::int64_t done, std::int64_t total) const
    {
        if (progress) {
            progress(step, done, total);
        }
    }
};

} // namespace knowwho
