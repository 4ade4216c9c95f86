// SPDX-License-Identifier: MIT
// A client on loopback that says exactly what it is told to, byte by byte.
#pragma once

#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace knowwho::test {

/// A blocking connection to a port of 127.0.0.1.
class Connected {
public:
    explicit Connected(int port);
    ~Connected();
    Connected(Connected const&) = delete;
    Connected& operator=(Connected const&) = delete;

    /// False if the other side does not take it any more.
    bool send(std::string_view bytes);

    /// What comes until the other side closes.
    std::string read_all();

    /// What comes until `mark` is in it, or the end.
    std::string read_until(std::string_view mark);

private:
    int m_socket;
};

/// Sends one request and returns the whole answer; a line that closes the connection is added to the head.
std::string answer_to(int port, std::string const& request_line, std::string const& headers, std::string const& body = {});

/// 200 of "HTTP/1.1 200 OK…"; 0 if there is none.
int status_of(std::string_view answer);

inline Connected::Connected(int port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    auto address = sockaddr_in{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
        std::abort();
    }
}

inline Connected::~Connected()
{
    ::close(m_socket);
}

inline bool Connected::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

inline std::string Connected::read_until(std::string_view mark)
{
    auto got = std::string{};
    auto buffer = std::array<char, 16384>{};
    while (mark.empty() || got.find(mark) == std::string::npos) {
        auto const count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            break;
        }
        got.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return got;
}

inline std::string Connected::read_all()
{
    return read_until({});
}

inline std::string answer_to(int port, std::string const& request_line, std::string const& headers, std::string const& body)
{
    auto connection = Connected{port};
    connection.send(request_line + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n" + body);
    return connection.read_all();
}

inline int status_of(std::string_view answer)
{
    return answer.starts_with("HTTP/1.1 ") ? std::atoi(std::string{answer.substr(9, 3)}.c_str()) : 0;
}

} // namespace knowwho::test
