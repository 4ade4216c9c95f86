// SPDX-License-Identifier: MIT
// A server that runs beside the test.
#pragma once

#include "review/server.hpp"
#include "support/loopback.hpp"

#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace knowwho::test {

/// Runs from construction to destruction.
class RunningServer {
public:
    RunningServer(review::ServerOptions options, review::Router router)
        : m_router(std::move(router)), m_server(std::move(options)), m_thread([this](std::stop_token stop) { m_server.run(m_router, stop); })
    {
    }

    review::Server& server() { return m_server; }
    int port() const { return m_server.port(); }
    std::string host() const { return "127.0.0.1:" + std::to_string(port()); }

    /// "Host: …" and the cookie that the first address gives.
    std::string let_in() const
    {
        auto const first = m_server.guard().first_address();
        return "Host: " + host() + "\r\nCookie: other=1; knowwho-" + std::to_string(port()) + "=" + first.substr(first.find("token=") + 6) + "\r\n";
    }

    /// let_in() with the form token and a form of that length.
    std::string may_post(std::size_t length) const
    {
        return let_in() + "X-Knowwho-Token: " + m_server.guard().form_token()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(length) + "\r\n";
    }

private:
    review::Router m_router;
    review::Server m_server;
    std::jthread m_thread;
};

} // namespace knowwho::test
