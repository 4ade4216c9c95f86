// SPDX-License-Identifier: MIT
// One connection of the replay server: plain, or over TLS.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace knowwho::test {

/// An authority and a certificate for 127.0.0.1 and localhost, made anew.
class TlsContext {
public:
    /// With `http2` the server chooses HTTP/2 if it is offered.
    explicit TlsContext(bool http2);
    ~TlsContext();

    /// PEM.
    std::string const& authority() const;

    struct Parts;
    Parts& parts() const { return *m_parts; }

private:
    std::unique_ptr<Parts> m_parts;
};

/// Blocking reads and writes; errors show as false.
class ReplayStream {
public:
    /// Without `tls` plain. Takes over the socket.
    ReplayStream(int socket, TlsContext const* tls);
    ~ReplayStream();
    ReplayStream(ReplayStream const&) = delete;
    ReplayStream& operator=(ReplayStream const&) = delete;

    /// Whether the client and this server agreed on HTTP/2.
    bool is_http2() const;

    bool read_some(std::string& buffer);
    bool write(std::string_view bytes);
    void close();
    int socket() const { return m_socket; }

private:
    struct Tls;
    int m_socket;
    std::unique_ptr<Tls> m_tls;
};

} // namespace knowwho::test
