// SPDX-License-Identifier: MIT
// Which addresses may be asked at all: public ones, over http or https, on the usual ports.
#pragma once

#include "fetch/address.hpp"

#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace knowwho {

/// What is permitted beyond the rules. All off for users; tests reach loopback with it.
struct GuardPermissions {
    bool loopback = false; ///< 127.0.0.0/8 and ::1, on any port
    bool everything = false; ///< any address and port: for a server that the user names
};

/// Whether the host belongs to a network whose terms forbid reading by programs: it is never asked, whoever leads there.
bool is_never_asked(std::string_view host);

/// Why an address may not be asked by its writing alone (scheme, user, port, a number as host, a network that is never
/// asked), or nothing. A sentence that names the rule.
std::optional<std::string> forbidden(WebAddress const& address, GuardPermissions const& permissions);

/// Why a resolved address may not be connected to, or nothing. Asked for every connection, so a
/// name whose answer changes between two look-ups gains nothing. IPv4 inside IPv6 (mapped, NAT64,
/// 6to4) is judged by the rules of both.
std::optional<std::string> forbidden(sockaddr const& address, GuardPermissions const& permissions);

} // namespace knowwho
