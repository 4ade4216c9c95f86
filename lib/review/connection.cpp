// SPDX-License-Identifier: MIT
#include "review/connection.hpp"

#include "review/messages.hpp"
#include "review/static_files.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <fmt/format.h>
#include <sstream>
#include <utility>

namespace knowwho::review {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

/// What a client that was refused may still send before the connection is cut.
constexpr std::size_t drained_at_most = std::size_t{8} << 20;
constexpr auto drained_for = std::chrono::seconds{2};
constexpr auto write_time = std::chrono::seconds{60};
constexpr std::size_t unread_events_limit = std::size_t{256} << 10;

} // namespace

/// A read that takes longer is cancelled, and answered with 408.
void Connection::expire_after(std::chrono::milliseconds time)
{
    m_timed_out = false;
    m_timer.expires_after(time);
    m_timer.async_wait([self = shared_from_this()](error_code error) {
        if (!error) {
            self->m_timed_out = true;
            self->m_stream.cancel();
        }
    });
}

void Connection::read_head(std::chrono::milliseconds time)
{
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_shared.options.head_limit));
    m_parser->body_limit(m_shared.options.upload_limit);
    expire_after(time);
    http::async_read_header(m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](error_code error, std::size_t) { self->got_head(error); });
}

/// True if the error was answered or there is nothing more to do.
bool Connection::give_up_on(error_code error)
{
    m_timer.cancel();
    if (!error) {
        return false;
    }
    if (m_timed_out) {
        answer(plain(408, "The request took too long to arrive."), false);
    } else if (auto response = answer_to(error)) {
        answer(std::move(*response), false);
    }
    return true;
}

void Connection::got_head(error_code error)
{
    if (give_up_on(error)) {
        return;
    }
    auto head = head_of(*m_parser);
    m_head_only = head.method == Method::head;
    m_in_german = preferred_language(head.header("accept-language")) == Language::german;
    auto const target = m_parser->get().target();
    if (!read_target({target.data(), target.size()}, head) || m_parser->get().version() > 11) {
        answer(plain(400, "This is no address that can be read."), false);
    } else if (auto refused = m_shared.guard->refuse(head)) {
        answer(std::move(*refused), false);
    } else {
        read_body(std::move(head));
    }
}

void Connection::read_body(WebRequest head)
{
    auto const& options = m_shared.options;
    bool const is_upload = std::ranges::find(options.upload_paths, head.path) != options.upload_paths.end();
    auto const limit = head.method != Method::post ? 0 : is_upload ? options.upload_limit : options.body_limit;
    if (m_parser->content_length().value_or(0) > limit) {
        answer(plain(413, "That is too much to send at once."), false);
        return;
    }
    m_parser->body_limit(limit);
    expire_after(options.body_time);
    http::async_read(m_stream, m_buffer, *m_parser, [self = shared_from_this(), head = std::move(head)](error_code error, std::size_t) mutable {
        if (!self->give_up_on(error)) {
            self->got_request(std::move(head));
        }
    });
}

void Connection::got_request(WebRequest request)
{
    if (request.method == Method::post) {
        request.body = std::move(m_parser->get().body());
        auto form = read_form(request.body, request.header("content-type"));
        if (!form) {
            answer(plain(415, "Only forms are taken."), false);
            return;
        }
        request.form = std::move(*form);
        if (!m_shared.guard->has_form_token(request)) {
            answer(plain(403, "The page is out of date: load it again."), false);
            return;
        }
    }
    if (request.path == "/events" && request.method == Method::get) {
        listen_for_events();
    } else if (auto file = static_file(request); file && request.method != Method::post) {
        answer(std::move(*file), m_parser->keep_alive());
    } else {
        hand_over(std::move(request));
    }
}

/// The answer comes from the worker's thread and goes back to this one.
void Connection::hand_over(WebRequest request)
{
    m_shared.worker->post([self = shared_from_this(), &shared = m_shared, request = std::move(request)]() mutable {
        auto response = WebResponse{};
        try {
            response = shared.router->answer(std::move(request));
        } catch (std::exception const&) {
            response = plain(500, "This should not happen. Nothing was changed.");
        }
        asio::post(shared.io, [self = std::move(self), response = std::move(response)]() mutable {
            bool const keep = self->m_parser->keep_alive();
            self->answer(std::move(response), keep);
        });
    });
}

void Connection::answer(WebResponse response, bool keep)
{
    m_is_last = response.is_last;
    if (m_in_german && response.status >= 400 && response.content_type.starts_with("text/plain")) {
        response.body = m_shared.german.said(trimmed(response.body)) + "\n";
    }
    m_answer = to_message(std::move(response), keep, m_head_only);
    m_stream.expires_after(write_time);
    http::async_write(m_stream, m_answer, [self = shared_from_this(), keep](error_code error, std::size_t) { self->written(error, keep); });
}

void Connection::written(error_code error, bool keep)
{
    m_stream.expires_never();
    if (m_is_last) {
        m_shared.io.stop();
    }
    if (error) {
        return;
    }
    if (keep) {
        read_head(m_shared.options.idle_time);
        return;
    }
    m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    m_buffer.clear();
    m_stream.expires_after(drained_for);
    drain();
}

/// Reads on for a while, so that the answer is not lost with a connection that is reset.
void Connection::drain()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(std::size_t{16} << 10), [self = shared_from_this()](error_code error, std::size_t count) {
        self->m_drained += count;
        if (!error && self->m_drained < drained_at_most) {
            self->drain();
        }
    });
}

void Connection::close()
{
    auto ignored = error_code{};
    m_timer.cancel();
    m_stream.socket().close(ignored);
}

void Connection::listen_for_events()
{
    m_listens = true;
    auto response = WebResponse{};
    response.content_type = "text/event-stream";
    auto answer = to_message(std::move(response), false, true);
    answer.erase(http::field::content_length);
    auto text = std::ostringstream{};
    text << answer.base();
    send_event(std::move(text).str() + "retry: 2000\n\n");
    pulse();
}

/// Now and then a comment, so that a client that left is noticed.
void Connection::pulse()
{
    m_timer.expires_after(m_shared.options.pulse);
    m_timer.async_wait([self = shared_from_this()](error_code error) {
        if (!error && self->m_stream.socket().is_open()) {
            self->send_event(":\n\n");
            self->pulse();
        }
    });
}

void Connection::send_event(std::string const& text)
{
    if (!m_listens) {
        return;
    }
    m_events += text;
    if (m_events.size() > unread_events_limit) {
        close();
    } else if (m_events_sent.empty()) {
        write_events();
    }
}

void Connection::write_events()
{
    m_events_sent = std::exchange(m_events, {});
    asio::async_write(m_stream.socket(), asio::buffer(m_events_sent), [self = shared_from_this()](error_code error, std::size_t) {
        self->m_events_sent.clear();
        if (error) {
            self->close();
        } else if (!self->m_events.empty()) {
            self->write_events();
        }
    });
}

} // namespace knowwho::review
