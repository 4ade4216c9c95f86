// SPDX-License-Identifier: MIT
// How long a server wants to be left alone, as its rate-limit headers tell.
#pragma once

#include "fetch/request.hpp"
#include "model/date.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace knowwho {

/// How long until a quota is full again: seconds from now, seconds or milliseconds of the epoch, or a date (ISO 8601
/// or of HTTP). Never negative. Empty if it is none of these.
std::optional<std::chrono::seconds> parse_reset(std::string_view value, Instant now);

/// The wait until the next request, if the answer says that the quota is spent: X-RateLimit-Remaining, X-Rate-Limit-
/// and RateLimit- forms with 0 and their reset, and the fields RateLimit ("limit=9, remaining=0, reset=5" or
/// "default";r=0;t=5) of draft-ietf-httpapi-ratelimit-headers; with status 429 the reset alone says it. Empty while
/// requests are left or no time is told.
std::optional<std::chrono::seconds> wait_for_quota(Response const& response, Instant now);

} // namespace knowwho
