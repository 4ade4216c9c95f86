// SPDX-License-Identifier: MIT
#include "support/replay_http2.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nghttp2/nghttp2.h>

namespace knowwho::test {
namespace {

/// One request and its answer on the way.
struct Exchange {
    ReceivedRequest request;
    std::string body;
    std::size_t sent = 0;
};

class Http2 {
public:
    Http2(ReplayStream& stream, Chooser const& choose) : m_stream(stream), m_choose(choose)
    {
        nghttp2_session_callbacks* callbacks = nullptr;
        nghttp2_session_callbacks_new(&callbacks);
        nghttp2_session_callbacks_set_on_header_callback(callbacks, &Http2::take_header);
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, &Http2::take_frame);
        nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, &Http2::close);
        nghttp2_session* session = nullptr;
        nghttp2_session_server_new(&session, callbacks, this);
        m_session.reset(session);
        nghttp2_session_callbacks_del(callbacks);
        nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, nullptr, 0);
    }

    bool take(std::string const& bytes)
    {
        return nghttp2_session_mem_recv(m_session.get(), reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()) >= 0;
    }

    bool send()
    {
        std::uint8_t const* bytes = nullptr;
        for (auto count = nghttp2_session_mem_send(m_session.get(), &bytes); count != 0; count = nghttp2_session_mem_send(m_session.get(), &bytes)) {
            if (count < 0 || !m_stream.write({reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(count)})) {
                return false;
            }
        }
        return true;
    }

    int open() const { return static_cast<int>(m_exchanges.size()); }

private:
    static std::string text(std::uint8_t const* bytes, std::size_t length) { return {reinterpret_cast<char const*>(bytes), length}; }

    static int take_header(nghttp2_session*, nghttp2_frame const* frame, std::uint8_t const* name, std::size_t name_length,
        std::uint8_t const* value, std::size_t value_length, std::uint8_t, void* self)
    {
        auto& request = static_cast<Http2*>(self)->m_exchanges[frame->hd.stream_id].request;
        request.protocol = "HTTP/2";
        auto const header = text(name, name_length);
        (header == ":path" ? request.target : request.headers[header]) = text(value, value_length);
        return 0;
    }

    static int take_frame(nghttp2_session*, nghttp2_frame const* frame, void* self)
    {
        auto& me = *static_cast<Http2*>(self);
        if (frame->hd.type == NGHTTP2_HEADERS && (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0) {
            me.answer(frame->hd.stream_id, me.m_exchanges[frame->hd.stream_id]);
        }
        return 0;
    }

    static int close(nghttp2_session*, std::int32_t id, std::uint32_t, void* self)
    {
        static_cast<Http2*>(self)->m_exchanges.erase(id);
        return 0;
    }

    static ssize_t give_body(nghttp2_session*, std::int32_t, std::uint8_t* bytes, std::size_t room, std::uint32_t* flags,
        nghttp2_data_source* source, void*)
    {
        auto& exchange = *static_cast<Exchange*>(source->ptr);
        auto const count = std::min(room, exchange.body.size() - exchange.sent);
        std::memcpy(bytes, exchange.body.data() + exchange.sent, count);
        exchange.sent += count;
        *flags = exchange.sent == exchange.body.size() ? NGHTTP2_DATA_FLAG_EOF : NGHTTP2_DATA_FLAG_NONE;
        return static_cast<ssize_t>(count);
    }

    void answer(std::int32_t id, Exchange& exchange)
    {
        auto answer = m_choose(exchange.request).value_or(ServedAnswer{.status = 404});
        exchange.body = std::move(answer.body);
        auto lines = std::vector<std::pair<std::string, std::string>>{{":status", std::to_string(answer.status)}, {"content-type", answer.content_type}};
        for (auto& [name, value] : answer.headers) {
            std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            lines.emplace_back(name, value);
        }
        auto fields = std::vector<nghttp2_nv>{};
        for (auto& [name, value] : lines) {
            fields.push_back({reinterpret_cast<std::uint8_t*>(name.data()), reinterpret_cast<std::uint8_t*>(value.data()), name.size(),
                value.size(), NGHTTP2_NV_FLAG_NONE});
        }
        auto provider = nghttp2_data_provider{};
        provider.source.ptr = &exchange;
        provider.read_callback = &Http2::give_body;
        nghttp2_submit_response(m_session.get(), id, fields.data(), fields.size(), &provider);
    }

    struct FreeSession {
        void operator()(nghttp2_session* session) const noexcept { nghttp2_session_del(session); }
    };

    ReplayStream& m_stream;
    Chooser const& m_choose;
    std::map<std::int32_t, Exchange> m_exchanges;
    std::unique_ptr<nghttp2_session, FreeSession> m_session;
};

} // namespace

void talk_http2(ReplayStream& stream, Chooser const& choose, std::function<void(int)> const& open)
{
    auto connection = Http2{stream, choose};
    auto bytes = std::string{};
    while (connection.send() && stream.read_some(bytes) && connection.take(bytes)) {
        open(connection.open());
        bytes.clear();
    }
}

} // namespace knowwho::test
