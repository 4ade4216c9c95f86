// SPDX-License-Identifier: MIT
#include "fetch/proxy.hpp"

#include "fetch/address_guard.hpp"
#include "fetch/easy_handle.hpp"
#include "text/ascii.hpp"
#include "text/host_name.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace knowwho {
namespace {

/// Whether a list like "firma.example, .local" names the host or what it is below.
bool is_listed(std::string const& host, std::string_view list)
{
    while (!list.empty()) {
        auto const end = std::min(list.find(','), list.size());
        auto name = ascii_lower(trimmed(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (name.starts_with('.')) {
            name.erase(0, 1);
        }
        if (name == "*" || (!name.empty() && is_in_domain(host, name))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string proxy_for(WebAddress const& address, ConnectionOptions const& options)
{
    auto const& proxy = address.scheme == "http" ? options.http_proxy : options.proxy;
    auto const here = forbidden(address, {.loopback = false}) && !forbidden(address, {.loopback = true});
    return !options.stand_in.empty() || here || is_listed(address.host, options.no_proxy) ? std::string{} : proxy;
}

} // namespace knowwho
