// SPDX-License-Identifier: MIT
// When a failed request may be tried again.
#pragma once

#include "model/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string_view>

namespace knowwho {

/// Reads the dates of HTTP and mail: "Tue, 15 Nov 1994 08:12:31 GMT", and the older forms of RFC 9110.
std::optional<Instant> parse_http_date(std::string_view text);

/// What `Retry-After` means, in either form; never negative. Empty if it is neither.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Instant now);

/// How often and how patiently.
struct RetryPolicy {
    int tries = 3;                                ///< in all
    std::chrono::milliseconds first_wait{2000};   ///< doubled for each further try
    std::chrono::milliseconds longest_wait{60'000}; ///< a server that asks for more is given up for this run
};

/// Waits that grow, each drawn evenly from the upper half of its step, so that many clients of one
/// server don't come back at once. The same seed gives the same waits.
class Backoff {
public:
    explicit Backoff(std::uint64_t seed) : m_random(seed) {}

    /// `failures` is 1 after the first failed try.
    std::chrono::milliseconds wait_after(int failures, RetryPolicy const& policy);

private:
    std::mt19937_64 m_random;
};

} // namespace knowwho
