// SPDX-License-Identifier: MIT
// Which proxy stands between the program and an address.
#pragma once

#include <string>

namespace knowwho {

struct ConnectionOptions;
struct WebAddress;

/// The proxy for an address, or empty: none for this machine itself and for what `no_proxy` names.
std::string proxy_for(WebAddress const& address, ConnectionOptions const& options);

} // namespace knowwho
