// SPDX-License-Identifier: MIT
// A web server on loopback that says what it was told to, well or badly, and counts who asked.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho::test {

/// How an answer goes wrong.
enum class Fault {
    none,
    closes_at_once,      ///< no byte is sent
    resets_after_head,   ///< head sent, then the connection is reset
    stalls,              ///< half of the body, then silence
    promises_too_much,   ///< Content-Length says more than comes
    never_ends,          ///< the body is repeated for ever, chunked
    claims_five_gigabytes, ///< by Content-Length
};

struct ServedAnswer {
    int status = 200;
    std::string body = {};
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers = {}; ///< an ETag among them is honoured with 304
    std::chrono::milliseconds delay{0};
    Fault fault = Fault::none;
};

/// What was received.
struct ReceivedRequest {
    std::string protocol; ///< "HTTP/1.1" or "HTTP/2"
    std::string target; ///< path and query as sent
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// Serves from construction to destruction, one thread per connection, all on 127.0.0.1.
class ReplayServer {
public:
    ReplayServer();
    /// Over TLS, with a certificate for 127.0.0.1 and "localhost" of an authority made for this server.
    struct Tls {
        bool http2 = false; ///< chosen by clients that know it
    };
    explicit ReplayServer(Tls);
    ~ReplayServer();
    ReplayServer(ReplayServer const&) = delete;
    ReplayServer& operator=(ReplayServer const&) = delete;

    /// "http://127.0.0.1:PORT" + target.
    std::string address(std::string_view target = "") const;
    int port() const;

    /// The authority's certificate in PEM; only with TLS.
    std::string authority() const;

    /// What to say to a target (path and query; the parameters' order is free, "{x}" stands for any value).
    /// Several answers are given one after the other; the last one stays.
    void serve(std::string target, ServedAnswer answer);

    /// Rows of a table "method, url, status, content type, headers, file": https://host/path is served
    /// as /host/path; files lie beside the table. Rows for a target that has one already are passed over.
    void serve_table(std::filesystem::path const& table);

    /// Requests so far: in all, or for one target as served.
    int hits() const;
    int hits(std::string_view target) const;
    std::vector<ReceivedRequest> received() const;

    /// Connections so far.
    int connections() const;

    /// Most requests that were in hand at the same time.
    int most_at_once() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace knowwho::test
