// SPDX-License-Identifier: MIT
// Web addresses taken apart and put together in one normal form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace knowwho {

/// An absolute address with a host. `host` is ASCII and lower case, an IPv6 address without
/// brackets; numbers such as 0x7f.1 stand in their dotted form.
struct WebAddress {
    std::string scheme;   ///< "http", "https", or another that was written
    std::string host;
    int port = 0;         ///< as written, or the scheme's own
    std::string target;   ///< path and query, percent-encoded, starts with "/"; no fragment
    bool has_user = false; ///< user or password were written

    /// Whether the scheme is http or https.
    bool is_web() const;

    /// "https://host:port", the port only where it is not the scheme's own.
    std::string origin() const;
    std::string text() const { return origin() + target; }

    friend bool operator==(WebAddress const&, WebAddress const&) = default;
};

/// Empty for what is no absolute address with a host. White space at the ends is dropped, other
/// characters that have no place in an address are percent-encoded.
std::optional<WebAddress> parse_address(std::string_view text);

/// What `reference` means on a page at `base`: "../team", "//other.example/", "?page=2".
std::optional<WebAddress> resolve_address(WebAddress const& base, std::string_view reference);

/// Percent-encodes everything but letters, digits and -._~ (RFC 3986, unreserved).
std::string percent_encode(std::string_view text);

/// Resolves %XX; a stray % stays.
std::string percent_decode(std::string_view text);

} // namespace knowwho
