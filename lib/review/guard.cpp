// SPDX-License-Identifier: MIT
#include "review/guard.hpp"

#include "model/error.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sys/random.h>

namespace knowwho::review {

std::string random_token()
{
    auto bytes = std::array<unsigned char, 16>{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw Error{ExitCode::input, "the system gives no random numbers, so the page could not be kept private", "try again"};
    }
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

bool same_token(std::string_view one, std::string_view other) noexcept
{
    auto difference = static_cast<unsigned>(one.size() != other.size());
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
        difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(other[i]));
    }
    return difference == 0;
}

Guard::Guard(int port) : m_port(std::to_string(port)), m_session_token(random_token()), m_form_token(random_token()) {}

std::string Guard::first_address() const
{
    return fmt::format("http://127.0.0.1:{}/?token={}", m_port, m_session_token);
}

bool Guard::is_our_host(std::string_view host) const
{
    return host == "127.0.0.1:" + m_port || ascii_lower(host) == "localhost:" + m_port;
}

/// Cookies know no ports: the name carries it, so that two reviews do not take each other's.
bool Guard::has_cookie(WebRequest const& request) const
{
    auto const name = "knowwho-" + m_port + "=";
    for (auto rest = request.header("cookie"); !rest.empty();) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto const one = trimmed(rest.substr(0, end));
        if (one.starts_with(name) && same_token(one.substr(name.size()), m_session_token)) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

/// A page that goes on instead of a redirect: behind a redirect a browser that came from a file or
/// another program would not send the strict cookie yet.
WebResponse Guard::welcome() const
{
    auto response = page("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>knowwho</title>"
                         "<meta http-equiv=\"refresh\" content=\"0; url=/\"></head><body><p><a href=\"/\">knowwho</a></p></body></html>\n");
    response.headers.emplace_back("Set-Cookie", fmt::format("knowwho-{}={}; HttpOnly; SameSite=Strict; Path=/", m_port, m_session_token));
    return response;
}

std::optional<WebResponse> Guard::refuse(WebRequest const& request) const
{
    if (request.count("host") != 1 || !is_our_host(request.header("host"))) {
        return plain(421, "This server answers to its own address only.");
    }
    auto const origin = request.header("origin");
    if (request.count("origin") > 1 || (!origin.empty() && !(origin.starts_with("http://") && is_our_host(origin.substr(7))))) {
        return plain(403, "Another site may not ask here.");
    }
    if (request.method == Method::other) {
        return plain(405, "Only GET, HEAD and POST are known here.");
    }
    if (request.method == Method::get && request.path == "/" && same_token(request.query["token"], m_session_token)) {
        return welcome();
    }
    if (!has_cookie(request)) {
        return plain(403, "Open the address that knowwho review printed: it lets this browser in.");
    }
    return std::nullopt;
}

bool Guard::has_form_token(WebRequest const& request) const
{
    auto const header = request.header(token_header);
    return same_token(header.empty() ? request.form[token_field] : header, m_form_token);
}

} // namespace knowwho::review
