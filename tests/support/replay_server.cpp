// SPDX-License-Identifier: MIT
#include "support/replay_server.hpp"

#include "support/replay_http2.hpp"
#include "support/replay_stream.hpp"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace knowwho::test {
namespace {

/// A target as path and its set of parameters.
struct Target {
    std::string path;
    std::multimap<std::string, std::string> parameters;
};

std::string decoded(std::string_view text)
{
    auto plain = std::string{};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size()) {
            plain += static_cast<char>(std::stoi(std::string{text.substr(at + 1, 2)}, nullptr, 16));
            at += 2;
        } else {
            plain += text[at] == '+' ? ' ' : text[at];
        }
    }
    return plain;
}

Target parse_target(std::string_view text)
{
    auto target = Target{};
    auto const mark = std::min(text.find('?'), text.size());
    target.path = decoded(text.substr(0, mark));
    text.remove_prefix(std::min(mark + 1, text.size()));
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const pair = text.substr(0, end);
        auto const equals = std::min(pair.find('='), pair.size());
        target.parameters.emplace(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return target;
}

/// "{x}" in the pattern stands for anything, a "/" not included in paths.
bool fits(std::string_view pattern, std::string_view text, bool path)
{
    auto const open = pattern.find('{');
    if (open == std::string_view::npos) {
        return pattern == text;
    }
    auto const close = pattern.find('}', open);
    if (close == std::string_view::npos || text.substr(0, open) != pattern.substr(0, open)) {
        return false;
    }
    auto const rest = pattern.substr(close + 1);
    for (auto end = open; end <= text.size(); ++end) {
        if (fits(rest, text.substr(end), path)) {
            return true;
        }
        if (path && end < text.size() && text[end] == '/') {
            return false;
        }
    }
    return false;
}

bool fits(Target const& pattern, Target const& asked)
{
    return fits(pattern.path, asked.path, true) && pattern.parameters.size() == asked.parameters.size()
        && std::equal(pattern.parameters.begin(), pattern.parameters.end(), asked.parameters.begin(),
            [](auto const& a, auto const& b) { return a.first == b.first && fits(a.second, b.second, false); });
}

struct Served {
    std::string target;
    Target parsed;
    std::vector<ServedAnswer> answers;
    std::size_t next = 0;
    int hits = 0;
};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

struct ReplayServer::State {
    int listener = -1;
    int port = 0;
    std::unique_ptr<TlsContext> tls;
    std::atomic<bool> stopping{false};
    std::jthread acceptor;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::vector<Served> served;
    std::vector<ReceivedRequest> received;
    std::set<int> connections;
    int all_hits = 0;
    int all_connections = 0;
    int at_once = 0;
    int most_at_once = 0;

    void listen_on_loopback();
    void accept_all();
    void talk(int socket);
    bool answer_one(ReplayStream& stream, ReceivedRequest const& request);
    std::optional<ServedAnswer> choose(ReceivedRequest const& request);
    bool pause(std::chrono::milliseconds duration);
    bool misbehave(ReplayStream& stream, ServedAnswer const& answer, int socket);
};

namespace {

std::optional<ReceivedRequest> read_request(ReplayStream& stream, std::string& buffer)
{
    auto end = buffer.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!stream.read_some(buffer) || buffer.size() > 1 << 20) {
            return std::nullopt;
        }
        end = buffer.find("\r\n\r\n");
    }
    auto head = std::istringstream{buffer.substr(0, end)};
    buffer.erase(0, end + 4);
    auto request = ReceivedRequest{};
    auto line = std::string{};
    std::getline(head, line);
    auto const blank = line.find(' ');
    request.protocol = "HTTP/1.1";
    request.target = line.substr(blank + 1, line.rfind(' ') - blank - 1);
    while (std::getline(head, line)) {
        auto const colon = line.find(':');
        if (colon != std::string::npos) {
            auto value = line.substr(std::min(line.find_first_not_of(' ', colon + 1), line.size()));
            value.erase(std::min(value.find('\r'), value.size()));
            request.headers[lower(line.substr(0, colon))] = value;
        }
    }
    auto const length = request.headers.find("content-length");
    auto const size = length == request.headers.end() ? std::size_t{0} : std::min<std::size_t>(std::strtoul(length->second.c_str(), nullptr, 10), 1 << 20);
    while (buffer.size() < size) {
        if (!stream.read_some(buffer)) {
            return std::nullopt;
        }
    }
    request.body = buffer.substr(0, size);
    buffer.erase(0, size);
    return request;
}

std::string head_of(ServedAnswer const& answer, std::string const& length_line)
{
    auto head = "HTTP/1.1 " + std::to_string(answer.status) + " Replayed\r\n";
    if (!answer.content_type.empty()) {
        head += "Content-Type: " + answer.content_type + "\r\n";
    }
    for (auto const& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head + length_line + "\r\n";
}

std::string length_line(std::size_t length)
{
    return "Content-Length: " + std::to_string(length) + "\r\n";
}

/// "Retry-After: 60 | ETag: x": what a table says beside the content type.
std::vector<std::pair<std::string, std::string>> headers_in(std::string cell)
{
    auto headers = std::vector<std::pair<std::string, std::string>>{};
    while (!cell.empty()) {
        auto const end = std::min(cell.find(" | "), cell.size());
        auto const line = cell.substr(0, end);
        auto const colon = line.find(": ");
        // Bodies lie unpacked, so an encoding would be untrue.
        if (colon != std::string::npos && lower(line.substr(0, colon)) != "content-encoding") {
            headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
        cell.erase(0, std::min(end + 3, cell.size()));
    }
    return headers;
}

bool is_confirmed(ServedAnswer const& answer, ReceivedRequest const& request)
{
    auto const asked = [&](char const* header, char const* validator) {
        auto const found = request.headers.find(header);
        return found != request.headers.end()
            && std::any_of(answer.headers.begin(), answer.headers.end(), [&](auto const& one) {
                   return lower(one.first) == validator && one.second == found->second;
               });
    };
    return answer.status == 200 && (asked("if-none-match", "etag") || asked("if-modified-since", "last-modified"));
}

} // namespace

void ReplayServer::State::listen_on_loopback()
{
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = sockaddr_in{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto length = socklen_t{sizeof address};
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), length) != 0 || listen(listener, 512) != 0
        || getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        throw std::runtime_error{"the replay server cannot listen on loopback"};
    }
    port = ntohs(address.sin_port);
    acceptor = std::jthread{[this] { accept_all(); }};
}

void ReplayServer::State::accept_all()
{
    auto talks = std::vector<std::jthread>{};
    while (!stopping) {
        auto const connection = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) {
            continue;
        }
        auto const now = 1;
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
        {
            auto const lock = std::lock_guard{mutex};
            connections.insert(connection);
            ++all_connections;
        }
        talks.emplace_back([this, connection] { talk(connection); });
    }
    auto const lock = std::lock_guard{mutex};
    for (auto const connection : connections) {
        shutdown(connection, SHUT_RDWR);
    }
}

void ReplayServer::State::talk(int connection)
{
    auto stream = ReplayStream{connection, tls.get()};
    auto buffer = std::string{};
    if (stream.is_http2()) {
        talk_http2(stream, [this](ReceivedRequest const& request) { return choose(request); }, [this](int open) {
            auto const lock = std::lock_guard{mutex};
            most_at_once = std::max(most_at_once, open);
        });
    }
    while (!stopping && !stream.is_http2()) {
        auto const request = read_request(stream, buffer);
        if (!request) {
            break;
        }
        {
            auto const lock = std::lock_guard{mutex};
            most_at_once = std::max(most_at_once, ++at_once);
        }
        auto const goes_on = answer_one(stream, *request);
        {
            auto const lock = std::lock_guard{mutex};
            --at_once;
        }
        if (!goes_on) {
            break;
        }
    }
    auto const lock = std::lock_guard{mutex};
    connections.erase(connection);
    stream.close();
}

std::optional<ServedAnswer> ReplayServer::State::choose(ReceivedRequest const& request)
{
    auto const asked = parse_target(request.target);
    auto const lock = std::lock_guard{mutex};
    ++all_hits;
    received.push_back(request);
    auto found = std::find_if(served.begin(), served.end(), [&](Served const& one) { return one.target == request.target; });
    if (found == served.end()) {
        found = std::find_if(served.begin(), served.end(), [&](Served const& one) { return fits(one.parsed, asked); });
    }
    if (found == served.end()) {
        return std::nullopt;
    }
    ++found->hits;
    auto const answer = found->answers[found->next];
    found->next = std::min(found->next + 1, found->answers.size() - 1);
    return answer;
}

/// False if the server is going down.
bool ReplayServer::State::pause(std::chrono::milliseconds duration)
{
    auto lock = std::unique_lock{mutex};
    return !changed.wait_for(lock, duration, [this] { return stopping.load(); });
}

bool ReplayServer::State::answer_one(ReplayStream& stream, ReceivedRequest const& request)
{
    auto const answer = choose(request);
    if (!answer) {
        auto nothing = ServedAnswer{};
        nothing.status = 404;
        return stream.write(head_of(nothing, length_line(0)));
    }
    if (answer->delay.count() > 0 && !pause(answer->delay)) {
        return false;
    }
    if (is_confirmed(*answer, request)) {
        auto unchanged = *answer;
        unchanged.status = 304;
        return stream.write(head_of(unchanged, ""));
    }
    if (answer->fault != Fault::none) {
        return misbehave(stream, *answer, stream.socket());
    }
    return stream.write(head_of(*answer, length_line(answer->body.size())) + answer->body);
}

bool ReplayServer::State::misbehave(ReplayStream& stream, ServedAnswer const& answer, int connection)
{
    auto const length = answer.body.size();
    switch (answer.fault) {
    case Fault::resets_after_head: {
        stream.write(head_of(answer, length_line(length)));
        auto const drop = linger{1, 0};
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &drop, sizeof drop);
        break;
    }
    case Fault::stalls:
        stream.write(head_of(answer, length_line(length)) + answer.body.substr(0, length / 2));
        pause(std::chrono::minutes{1});
        break;
    case Fault::promises_too_much: stream.write(head_of(answer, length_line(2 * length + 1000)) + answer.body); break;
    case Fault::claims_five_gigabytes: stream.write(head_of(answer, length_line(5'000'000'000)) + answer.body); break;
    case Fault::never_ends: {
        auto hex = std::ostringstream{};
        hex << std::hex << length << "\r\n" << answer.body << "\r\n";
        auto goes_on = stream.write(head_of(answer, "Transfer-Encoding: chunked\r\n"));
        while (goes_on && !stopping) {
            goes_on = stream.write(hex.str());
        }
        break;
    }
    default: break;
    }
    return false;
}

ReplayServer::ReplayServer() : m_state(std::make_shared<State>())
{
    m_state->listen_on_loopback();
}

ReplayServer::ReplayServer(Tls how) : m_state(std::make_shared<State>())
{
    m_state->tls = std::make_unique<TlsContext>(how.http2);
    m_state->listen_on_loopback();
}

ReplayServer::~ReplayServer()
{
    {
        auto const lock = std::lock_guard{m_state->mutex};
        m_state->stopping = true;
    }
    m_state->changed.notify_all();
    shutdown(m_state->listener, SHUT_RDWR);
    m_state->acceptor.join();
    close(m_state->listener);
}

std::string ReplayServer::address(std::string_view target) const
{
    return (m_state->tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port()) + std::string{target};
}

int ReplayServer::port() const
{
    return m_state->port;
}

std::string ReplayServer::authority() const
{
    return m_state->tls->authority();
}

void ReplayServer::serve(std::string target, ServedAnswer answer)
{
    auto const lock = std::lock_guard{m_state->mutex};
    for (auto& one : m_state->served) {
        if (one.target == target) {
            one.answers.push_back(std::move(answer));
            return;
        }
    }
    auto parsed = parse_target(target);
    m_state->served.push_back({std::move(target), std::move(parsed), {std::move(answer)}});
}

int ReplayServer::hits() const
{
    auto const lock = std::lock_guard{m_state->mutex};
    return m_state->all_hits;
}

int ReplayServer::hits(std::string_view target) const
{
    auto const lock = std::lock_guard{m_state->mutex};
    for (auto const& one : m_state->served) {
        if (one.target == target) {
            return one.hits;
        }
    }
    return 0;
}

std::vector<ReceivedRequest> ReplayServer::received() const
{
    auto const lock = std::lock_guard{m_state->mutex};
    return m_state->received;
}

int ReplayServer::connections() const
{
    auto const lock = std::lock_guard{m_state->mutex};
    return m_state->all_connections;
}

int ReplayServer::most_at_once() const
{
    auto const lock = std::lock_guard{m_state->mutex};
    return m_state->most_at_once;
}

void ReplayServer::serve_table(std::filesystem::path const& table)
{
    auto file = std::ifstream{table};
    auto seen = std::set<std::string>{};
    auto line = std::string{};
    while (std::getline(file, line)) {
        auto cells = std::vector<std::string>{};
        auto row = std::istringstream{line};
        for (auto cell = std::string{}; std::getline(row, cell, '\t');) {
            cells.push_back(cell);
        }
        auto const scheme = std::string_view{"https://"};
        if (line.starts_with('#') || cells.size() < 6 || !cells[1].starts_with(scheme)) {
            continue;
        }
        auto answer = ServedAnswer{};
        answer.status = std::stoi(cells[2]);
        answer.content_type = cells[3];
        answer.headers = headers_in(cells[4]);
        auto const target = "/" + cells[1].substr(scheme.size());
        if (cells[5] != "-") {
            auto body = std::ifstream{table.parent_path() / cells[5], std::ios::binary};
            answer.body.assign(std::istreambuf_iterator<char>{body}, {});
        }
        if (seen.insert(target).second) {
            serve(target, std::move(answer));
        }
    }
}

} // namespace knowwho::test
