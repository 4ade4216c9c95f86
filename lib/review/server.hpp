// SPDX-License-Identifier: MIT
// The web server behind the review: loopback only, bounded in every way, one action at a time.
#pragma once

#include "review/guard.hpp"
#include "review/router.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho::review {

struct ServerOptions {
    int port = 0;                                 ///< 0: any that is free
    std::size_t head_limit = std::size_t{16} << 10;   ///< bytes of request line and headers; more is 431
    std::size_t body_limit = std::size_t{1} << 20;    ///< bytes of a body; more is 413
    std::size_t upload_limit = std::size_t{64} << 20; ///< bytes of a body for one of the `upload_paths`
    std::vector<std::string> upload_paths;
    std::size_t most_connections = 256;           ///< further ones are closed at once
    std::chrono::milliseconds head_time{10'000};  ///< for the head to arrive; then 408
    std::chrono::milliseconds body_time{60'000};  ///< for the body to arrive; then 408
    std::chrono::milliseconds idle_time{60'000};  ///< between two requests on one connection
    std::chrono::milliseconds pulse{15'000};      ///< between two signs of life to who listens for events
};

/// Listens on 127.0.0.1 from construction on, and answers while it runs. `GET /events` is a stream of
/// server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html.
class Server {
public:
    /// Throws Error (network) if the port is taken.
    explicit Server(ServerOptions options);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    int port() const noexcept;
    Guard const& guard() const noexcept;

    /// Answers until asked to stop; returns when the action in hand is done. The handlers of `router`
    /// run one after the other on one thread that is not this one; what they throw becomes 500
    /// without a word of its text. Static files and events are answered meanwhile.
    void run(Router const& router, std::stop_token stop);

    /// Ends run(). From any thread.
    void stop();

    /// Tells everybody who listens. From any thread. `data` may hold line breaks, `event` none.
    void publish(std::string_view event, std::string_view data);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace knowwho::review
