// SPDX-License-Identifier: MIT
// One browser's connection: head, body, who may ask, the answer; or a stream of events.
#pragma once

#include "review/guard.hpp"
#include "review/messages.hpp"
#include "review/router.hpp"
#include "review/server.hpp"
#include "review/words.hpp"
#include "review/worker.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace knowwho::review {

class Connection;

/// What the connections share.
struct SharedByConnections {
    explicit SharedByConnections(ServerOptions chosen) : options(std::move(chosen)) {}

    ServerOptions options;
    std::set<Connection*> connections; ///< outlives the io_context, whose end is theirs
    boost::asio::io_context io{1};
    std::optional<Guard> guard;
    PageWords german{Language::german}; ///< of what is answered before a view is asked
    Router const* router = nullptr;
    Worker* worker = nullptr;
};

/// One connection. Everything but the handler runs on the thread of the io_context.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket socket, SharedByConnections& shared)
        : m_shared(shared), m_stream(std::move(socket)), m_timer(shared.io), m_buffer(shared.options.head_limit + (std::size_t{64} << 10))
    {
        m_shared.connections.insert(this);
    }

    ~Connection() { m_shared.connections.erase(this); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void start() { read_head(m_shared.options.head_time); }
    void close();
    void send_event(std::string const& text);

private:
    void read_head(std::chrono::milliseconds time);
    void got_head(boost::system::error_code error);
    void read_body(WebRequest head);
    void got_request(WebRequest request);
    void hand_over(WebRequest request);
    void answer(WebResponse response, bool keep);
    void written(boost::system::error_code error, bool keep);
    void drain();
    void listen_for_events();
    void write_events();
    void pulse();
    void expire_after(std::chrono::milliseconds time);
    bool give_up_on(boost::system::error_code error);

    SharedByConnections& m_shared;
    boost::beast::tcp_stream m_stream;
    boost::asio::steady_timer m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    Answer m_answer;
    bool m_head_only = false;
    bool m_in_german = false;  ///< what the browser prefers
    bool m_timed_out = false;
    bool m_is_last = false;
    std::size_t m_drained = 0;
    bool m_listens = false;
    std::string m_events;      ///< waiting to be written
    std::string m_events_sent; ///< being written
};

} // namespace knowwho::review
