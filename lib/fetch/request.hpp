// SPDX-License-Identifier: MIT
// One request and what became of it.
#pragma once

#include "model/date.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// What to ask for. Secrets go out on the wire only: they are in no address, message or cache,
/// and are not repeated to another host.
struct Request {
    std::string address = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::vector<std::pair<std::string, std::string>> secret_headers = {};
    std::string secret_query = {}; ///< "key=…", percent-encoded, added behind the address

    std::string body = {}; ///< JSON that is sent with POST; empty: GET

    bool own_server = false; ///< the user named this server in a setting: it may be a private one. Not carried to another host

    std::chrono::milliseconds host_delay{0}; ///< least time between the starts of two requests to the host
    std::size_t size_limit = 8 << 20;        ///< bytes of the body, after decompression
};

enum class Outcome {
    answered,  ///< the server said something whole; look at `status`
    refused,   ///< not asked: address guard or robots rules
    failed,    ///< could not be reached, broke off, too slow, too large
    ask_later, ///< the server asks for patience beyond what this run has
    stopped,   ///< the run ended before it was asked
};

struct Response {
    Outcome outcome = Outcome::failed;
    int status = 0;
    std::string address;  ///< that answered, after redirects
    std::string location; ///< of a redirect that was not followed, absolute
    std::string body;     ///< decompressed
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case, of the last answer
    std::string problem;  ///< one sentence when the outcome is not `answered`
    std::optional<std::chrono::seconds> retry_after;
    int requests = 0;         ///< sent on the wire, retries included
    bool echoed_secret_query = false; ///< the redirect had the request's secret query in it, and has not any more
    bool from_cache = false;  ///< the body is from the cache, maybe confirmed by the server
    Instant fetched_at{};

    /// The value of a header, or empty. `name` in lower case.
    std::string_view header(std::string_view name) const;
};

} // namespace knowwho
