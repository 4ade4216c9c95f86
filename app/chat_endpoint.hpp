// SPDX-License-Identifier: MIT
// An OpenAI-compatible chat endpoint that the user names, asked one request after the other.
#pragma once

#include "fetch/easy_handle.hpp"
#include "report/rephrase.hpp"

#include <string>

namespace knowwho {

class Clock;

struct ChatEndpoint {
    std::string address; ///< "http://localhost:11434/v1", or with /chat/completions behind it
    std::string key;     ///< sent as a bearer token; empty: none
    ConnectionOptions connection;
};

/// Asks the endpoint, which may be on this machine. After the first request that fails nobody is asked any more:
/// `problem` says why then, and must outlive the transport, as `clock` must.
ChatTransport transport_to(ChatEndpoint const& endpoint, Clock& clock, std::string& problem);

} // namespace knowwho
