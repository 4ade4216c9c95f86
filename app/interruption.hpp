// SPDX-License-Identifier: MIT
// Ctrl-C as a request to stop between two items; a second one stops at once.
#pragma once

#include <stop_token>
#include <thread>

namespace knowwho {

/// While it lives, SIGINT and SIGTERM set the token. Make it before any other thread.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(Interruption const&) = delete;
    Interruption& operator=(Interruption const&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::thread m_listener;
};

} // namespace knowwho
