// SPDX-License-Identifier: MIT
#include "fetch/easy_handle.hpp"

#include "fetch/proxy.hpp"
#include "text/ascii.hpp"

#include <cstring>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace knowwho {
namespace {

constexpr std::size_t header_limit = std::size_t{256} << 10;

/// A header of ours with a line break in it would be two headers.
bool is_one_line(std::string const& text)
{
    return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos;
}

std::string on_the_wire(Request const& request, WebAddress const& address, std::string const& stand_in)
{
    auto text = stand_in.empty() ? address.text() : fmt::format("{}/{}{}", stand_in, address.host, address.target);
    if (request.secret_query.empty()) {
        return text;
    }
    return text + (address.target.find('?') == std::string::npos ? "?" : "&") + request.secret_query;
}

/// In place of the address that the guard has let pass.
void lead_to_loopback(curl_sockaddr& address, std::uint16_t port)
{
    auto here = sockaddr_in{};
    here.sin_family = AF_INET;
    here.sin_port = htons(port);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.family = AF_INET;
    address.addrlen = sizeof here;
    std::memcpy(&address.addr, &here, sizeof here);
}

std::string kibibytes(std::size_t bytes)
{
    return fmt::format("{} KiB", bytes / 1024);
}

template <typename Value>
void set(CURL* handle, CURLoption option, Value value)
{
    curl_easy_setopt(handle, option, value);
}

} // namespace

GuardPermissions permissions_for(Request const& request, ConnectionOptions const& options)
{
    auto permissions = options.permissions;
    permissions.everything = permissions.everything || request.own_server;
    return permissions;
}

EasyHandle::EasyHandle(ConnectionOptions const& options) : m_options(options), m_handle(curl_easy_init())
{
    set_constant_options();
}

EasyHandle& EasyHandle::of(CURL* handle)
{
    char* self = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &self);
    return *reinterpret_cast<EasyHandle*>(self);
}

void EasyHandle::set_constant_options()
{
    auto* const handle = m_handle.get();
    set(handle, CURLOPT_PRIVATE, this);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(handle, CURLOPT_PIPEWAIT, 1L); // share a connection of HTTP/2 rather than open another
    set(handle, CURLOPT_ACCEPT_ENCODING, "");
    set(handle, CURLOPT_USERAGENT, m_options.user_agent.c_str());
    set(handle, CURLOPT_NOPROXY, ""); // proxy_for() decides, so that the guard knows
    set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.connect_timeout.count()));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(m_options.total_timeout.count()));
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_options.stall_timeout.count()));
    set(handle, CURLOPT_WRITEFUNCTION, &EasyHandle::take_body);
    set(handle, CURLOPT_WRITEDATA, this);
    set(handle, CURLOPT_HEADERFUNCTION, &EasyHandle::take_header);
    set(handle, CURLOPT_HEADERDATA, this);
    set(handle, CURLOPT_OPENSOCKETFUNCTION, &EasyHandle::open_socket);
    set(handle, CURLOPT_OPENSOCKETDATA, this);
    if (!m_options.ca_file.empty()) {
        set(handle, CURLOPT_CAINFO, m_options.ca_file.c_str());
    }
}

void EasyHandle::prepare(Request const& request, WebAddress const& address)
{
    m_response = {};
    m_host = address.host;
    m_response.address = address.text();
    m_permissions = permissions_for(request, m_options);
    m_size_limit = request.size_limit;
    m_header_bytes = 0;
    m_excess.clear();
    m_refusal.clear();
    m_headers.reset();
    for (auto const* const some : {&request.headers, &request.secret_headers}) {
        for (auto const& [name, value] : *some) {
            auto const line = name + ": " + value;
            if (is_one_line(line)) {
                m_headers.reset(curl_slist_append(m_headers.release(), line.c_str()));
            }
        }
    }
    set(m_handle.get(), CURLOPT_URL, on_the_wire(request, address, m_options.stand_in).c_str());
    set_method(request);
    set_proxy(address);
    if (m_options.resolver) {
        resolve_by_hand(address);
    }
    set(m_handle.get(), CURLOPT_HTTPHEADER, m_headers.get());
    // Stops an honest giant before its first byte; the liars are counted in take_body.
    set(m_handle.get(), CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.size_limit));
}

void EasyHandle::set_method(Request const& request)
{
    if (request.body.empty()) {
        set(m_handle.get(), CURLOPT_HTTPGET, 1L);
        return;
    }
    m_headers.reset(curl_slist_append(m_headers.release(), "Content-Type: application/json"));
    set(m_handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(m_handle.get(), CURLOPT_COPYPOSTFIELDS, request.body.c_str());
}

/// Set even when empty: the environment's proxy would hide the address from the guard.
void EasyHandle::set_proxy(WebAddress const& address)
{
    auto const proxy = proxy_for(address, m_options);
    m_proxied = !proxy.empty();
    set(m_handle.get(), CURLOPT_PROXY, proxy.c_str());
}

void EasyHandle::resolve_by_hand(WebAddress const& address)
{
    auto const entry = fmt::format("{}:{}:{}", address.host, address.port, m_options.resolver(address.host));
    m_resolve.reset(curl_slist_append(nullptr, entry.c_str()));
    set(m_handle.get(), CURLOPT_RESOLVE, m_resolve.get());
}

std::size_t EasyHandle::take_body(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& handle = *static_cast<EasyHandle*>(self);
    auto const length = size * count;
    if (handle.m_response.body.empty()) {
        handle.reserve_body();
    }
    if (handle.m_response.body.size() + length > handle.m_size_limit) {
        handle.m_excess = kibibytes(handle.m_size_limit);
        return 0;
    }
    handle.m_response.body.append(bytes, length);
    return length;
}

/// What the server announces, if it is modest: one piece of memory instead of many growing ones.
void EasyHandle::reserve_body()
{
    constexpr curl_off_t modest = 1 << 20;
    curl_off_t announced = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    if (announced > 0 && announced <= modest) {
        m_response.body.reserve(static_cast<std::size_t>(announced));
    }
}

std::size_t EasyHandle::take_header(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& handle = *static_cast<EasyHandle*>(self);
    auto const length = size * count;
    handle.m_header_bytes += length;
    if (handle.m_header_bytes > header_limit) {
        handle.m_excess = kibibytes(header_limit) + " of headers";
        return 0;
    }
    handle.keep_header({bytes, length});
    return length;
}

void EasyHandle::keep_header(std::string_view line)
{
    if (line.starts_with("HTTP/")) {
        m_response.headers.clear(); // a new answer begins: after 100 Continue, or a proxy's own
        return;
    }
    auto const colon = line.find(':');
    if (colon != std::string_view::npos) {
        m_response.headers.emplace_back(ascii_lower(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
}

curl_socket_t EasyHandle::open_socket(void* self, curlsocktype, curl_sockaddr* address)
{
    auto& handle = *static_cast<EasyHandle*>(self);
    // The user's own proxy may well be a private address; what it connects to is its own to guard.
    if (!handle.m_proxied) {
        if (auto const refusal = forbidden(address->addr, handle.m_permissions)) {
            handle.m_refusal = *refusal;
            return CURL_SOCKET_BAD;
        }
        if (handle.m_options.detour != 0) {
            lead_to_loopback(*address, handle.m_options.detour);
        }
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool EasyHandle::is_transient(CURLcode result)
{
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return true;
    default: return false;
    }
}

std::string EasyHandle::sentence(CURLcode result) const
{
    auto const excess = result == CURLE_FILESIZE_EXCEEDED ? kibibytes(m_size_limit) : m_excess;
    if (!excess.empty()) {
        return fmt::format("{} sent more than the {} that are read", m_host, excess);
    }
    return fmt::format("{}: {}", m_host, ascii_lower(curl_easy_strerror(result)));
}

Response EasyHandle::take_response(CURLcode result)
{
    auto response = std::move(m_response);
    m_response = {};
    auto status = 0L;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    if (result == CURLE_OK) {
        response.outcome = Outcome::answered;
        return response;
    }
    response.body.clear();
    // Refused only if no address of the host was left to connect to.
    auto const refused = !m_refusal.empty() && result == CURLE_COULDNT_CONNECT;
    response.outcome = refused ? Outcome::refused : Outcome::failed;
    response.problem = refused ? m_refusal : sentence(result);
    return response;
}

} // namespace knowwho
