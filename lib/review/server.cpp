// SPDX-License-Identifier: MIT
#include "review/server.hpp"

#include "model/error.hpp"
#include "review/connection.hpp"
#include "review/worker.hpp"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <utility>

namespace knowwho::review {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

std::string event_text(std::string_view event, std::string_view data)
{
    auto text = fmt::format("event: {}\n", event);
    for (bool more = true; more;) {
        auto const end = std::min(data.find('\n'), data.size());
        text += fmt::format("data: {}\n", data.substr(0, end));
        more = end < data.size();
        data.remove_prefix(std::min(end + 1, data.size()));
    }
    return text + "\n";
}

} // namespace

struct Server::State {
    explicit State(ServerOptions options) : shared(std::move(options)), acceptor(shared.io) {}

    void accept()
    {
        acceptor.async_accept([this](error_code error, asio::ip::tcp::socket socket) {
            if (error == asio::error::operation_aborted) {
                return;
            }
            if (!error && shared.connections.size() < shared.options.most_connections) {
                auto ignored = error_code{};
                socket.set_option(asio::ip::tcp::no_delay{true}, ignored);
                std::make_shared<Connection>(std::move(socket), shared)->start();
            }
            accept();
        });
    }

    SharedByConnections shared;
    asio::ip::tcp::acceptor acceptor;
};

Server::Server(ServerOptions options) : m_state(std::make_unique<State>(std::move(options)))
{
    auto& acceptor = m_state->acceptor;
    auto const port = m_state->shared.options.port;
    auto error = error_code{};
    auto const endpoint = asio::ip::tcp::endpoint{asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address{true}, error);
    acceptor.bind(endpoint, error);
    if (!error) {
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        throw Error{ExitCode::network, fmt::format("port {} cannot be used: {}", port, error.message()), "name another one with --port, or leave it out"};
    }
    m_state->shared.guard.emplace(acceptor.local_endpoint().port());
}

Server::~Server() = default;

int Server::port() const noexcept
{
    return m_state->acceptor.local_endpoint().port();
}

Guard const& Server::guard() const noexcept
{
    return *m_state->shared.guard;
}

void Server::run(Router const& router, std::stop_token stop)
{
    auto& shared = m_state->shared;
    auto worker = Worker{};
    shared.router = &router;
    shared.worker = &worker;
    m_state->accept();
    auto const on_stop = std::stop_callback{std::move(stop), [this] { this->stop(); }};
    shared.io.run();
}

void Server::stop()
{
    m_state->shared.io.stop();
}

void Server::publish(std::string_view event, std::string_view data)
{
    asio::post(m_state->shared.io, [&shared = m_state->shared, text = event_text(event, data)] {
        auto const all = std::vector<Connection*>{shared.connections.begin(), shared.connections.end()};
        for (auto* const connection : all) {
            connection->send_event(text);
        }
    });
}

} // namespace knowwho::review
