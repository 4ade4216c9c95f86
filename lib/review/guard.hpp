// SPDX-License-Identifier: MIT
// Who may ask: only the browser that was handed the token, for this server, from its own pages.
#pragma once

#include "review/request.hpp"
#include "review/response.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace knowwho::review {

/// 128 random bits of the operating system, in hexadecimal. Throws Error (input) if it gives none.
std::string random_token();

/// Whether both are the same, in a time that does not depend on where they differ.
bool same_token(std::string_view one, std::string_view other) noexcept;

/// The name of the header by which a script sends the form token, and of the hidden field of a form.
inline constexpr std::string_view token_header = "x-knowwho-token";
inline constexpr std::string_view token_field = "form_token";

class Guard {
public:
    /// `port`: that the server listens on.
    explicit Guard(int port);

    /// The address that opens the review: "http://127.0.0.1:PORT/?token=…".
    std::string first_address() const;

    /// By the head alone, before a body is read: 421 for a Host that is not ours (DNS rebinding), 403
    /// for a foreign Origin and without the cookie, 405 for a method that is none of ours. The first
    /// address is answered with the cookie and a page that goes on to "/" without the token.
    std::optional<WebResponse> refuse(WebRequest const& request) const;

    /// Whether a POST carries the form token, in the header or as a field.
    bool has_form_token(WebRequest const& request) const;

    std::string const& form_token() const noexcept { return m_form_token; }

private:
    bool is_our_host(std::string_view host) const;
    bool has_cookie(WebRequest const& request) const;
    WebResponse welcome() const;

    std::string m_port;
    std::string m_session_token;
    std::string m_form_token;
};

} // namespace knowwho::review
