// SPDX-License-Identifier: MIT
#include "fetch/address_guard.hpp"

#include "text/host_name.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

namespace knowwho {
namespace {

/// One range that is not the public internet (IANA special-purpose registries; RFC 6890).
template <std::size_t Bytes>
struct Range {
    std::array<std::uint8_t, Bytes> network;
    int bits;
    std::string_view rule;
};

constexpr std::string_view loopback = "loopback";

constexpr auto ranges4 = std::to_array<Range<4>>({
    {{0, 0, 0, 0}, 8, "this network"},
    {{10, 0, 0, 0}, 8, "private"},
    {{100, 64, 0, 0}, 10, "shared"},
    {{127, 0, 0, 0}, 8, loopback},
    {{169, 254, 0, 0}, 16, "link-local"},
    {{172, 16, 0, 0}, 12, "private"},
    {{192, 0, 0, 0}, 24, "reserved"},
    {{192, 0, 2, 0}, 24, "documentation"},
    {{192, 31, 196, 0}, 24, "reserved"},
    {{192, 52, 193, 0}, 24, "reserved"},
    {{192, 88, 99, 0}, 24, "6to4 relay"},
    {{192, 168, 0, 0}, 16, "private"},
    {{192, 175, 48, 0}, 24, "reserved"},
    {{198, 18, 0, 0}, 15, "benchmarking"},
    {{198, 51, 100, 0}, 24, "documentation"},
    {{203, 0, 113, 0}, 24, "documentation"},
    {{224, 0, 0, 0}, 4, "multicast"},
    {{240, 0, 0, 0}, 4, "reserved"},
});

using Six = std::array<std::uint8_t, 16>;

constexpr auto ranges6 = std::to_array<Range<16>>({
    {Six{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, loopback},
    {Six{}, 96, "IPv4-compatible or unspecified"},
    {Six{0x00, 0x64, 0xff, 0x9b, 0, 1}, 48, "local NAT64"},
    {Six{0x01, 0x00}, 64, "discard"},
    {Six{0x20, 0x01, 0x00, 0x00}, 32, "Teredo"},
    {Six{0x20, 0x01}, 23, "reserved"},
    {Six{0x20, 0x01, 0x0d, 0xb8}, 32, "documentation"},
    {Six{0x3f, 0xff}, 20, "documentation"},
    {Six{0x5f, 0x00}, 16, "segment routing"},
    {Six{0xfc}, 7, "unique-local"},
    {Six{0xfe, 0x80}, 10, "link-local"},
    {Six{0xfe, 0xc0}, 10, "site-local"},
    {Six{0xff}, 8, "multicast"},
});

/// IPv6 prefixes that carry an IPv4 address, and where in it.
struct Carrier {
    Six prefix;
    int bits;
    std::size_t offset;
    std::string_view name;
};

constexpr auto carriers = std::to_array<Carrier>({
    {Six{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12, "IPv4-mapped"},
    {Six{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0}, 96, 12, "IPv4-translated"},
    {Six{0x00, 0x64, 0xff, 0x9b}, 96, 12, "NAT64"},
    {Six{0x20, 0x02}, 16, 2, "6to4"},
});

bool has_prefix(std::span<std::uint8_t const> address, std::span<std::uint8_t const> network, int bits)
{
    auto const whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(network.begin(), network.begin() + static_cast<std::ptrdiff_t>(whole), address.begin())) {
        return false;
    }
    auto const rest = bits % 8;
    return rest == 0 || ((address[whole] ^ network[whole]) >> (8 - rest)) == 0;
}

template <typename Ranges>
std::string_view rule_of(std::span<std::uint8_t const> address, Ranges const& ranges)
{
    for (auto const& range : ranges) {
        if (has_prefix(address, range.network, range.bits)) {
            return range.rule;
        }
    }
    return {};
}

std::string written(int family, void const* address)
{
    auto text = std::array<char, INET6_ADDRSTRLEN>{};
    inet_ntop(family, address, text.data(), text.size());
    return text.data();
}

std::optional<std::string> refusal(std::string_view rule, std::string_view carrier, std::string const& address,
    GuardPermissions const& permissions)
{
    if (rule.empty() || permissions.everything || (rule == loopback && carrier.empty() && permissions.loopback)) {
        return std::nullopt;
    }
    auto const form = carrier.empty() ? std::string{} : fmt::format(" in {} form", carrier);
    return fmt::format("{} is a {} address{}, and only public ones are asked", address, rule, form);
}

std::optional<std::string> forbidden4(in_addr const& in, GuardPermissions const& permissions)
{
    auto bytes = std::array<std::uint8_t, 4>{};
    std::memcpy(bytes.data(), &in.s_addr, bytes.size());
    return refusal(rule_of(bytes, ranges4), {}, written(AF_INET, &in), permissions);
}

std::optional<std::string> forbidden6(in6_addr const& in, GuardPermissions const& permissions)
{
    auto bytes = Six{};
    std::memcpy(bytes.data(), &in, bytes.size());
    auto const text = written(AF_INET6, &in);
    for (auto const& carrier : carriers) {
        if (has_prefix(bytes, carrier.prefix, carrier.bits)) {
            return refusal(rule_of(std::span{bytes}.subspan(carrier.offset, 4), ranges4), carrier.name, text, permissions);
        }
    }
    if (auto const rule = rule_of(bytes, ranges6); !rule.empty()) {
        return refusal(rule, {}, text, permissions);
    }
    // Only 2000::/3 has been given out for the public internet.
    return (bytes[0] & 0xe0) == 0x20 ? std::nullopt : refusal("reserved", {}, text, permissions);
}

std::optional<std::string> forbidden_host(std::string const& host, GuardPermissions const& permissions)
{
    auto four = in_addr{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) {
        return forbidden4(four, permissions);
    }
    auto six = in6_addr{};
    if (inet_pton(AF_INET6, host.substr(0, host.find('%')).c_str(), &six) == 1) {
        return forbidden6(six, permissions);
    }
    if ((host == "localhost" || host.ends_with(".localhost")) && !permissions.loopback && !permissions.everything) {
        return fmt::format("{} is a loopback name, and only public addresses are asked", host);
    }
    return std::nullopt;
}

bool is_loopback_host(std::string const& host)
{
    return forbidden_host(host, {}).has_value() && !forbidden_host(host, {.loopback = true});
}

} // namespace

bool is_never_asked(std::string_view host)
{
    constexpr auto networks = std::array<std::string_view, 2>{"linkedin.com", "xing.com"};
    return std::any_of(networks.begin(), networks.end(), [&](std::string_view network) { return is_in_domain(host, network); });
}

std::optional<std::string> forbidden(WebAddress const& address, GuardPermissions const& permissions)
{
    if (!address.is_web()) {
        return fmt::format("the scheme '{}' is not asked, only http and https", address.scheme);
    }
    if (is_never_asked(address.host)) {
        return fmt::format("{} is never asked: its terms forbid reading by programs", address.host);
    }
    if (address.has_user) {
        return "an address with user or password is not asked";
    }
    constexpr auto ports = std::array{80, 443, 8080, 8443};
    auto const any_port = permissions.everything || (permissions.loopback && is_loopback_host(address.host));
    if (!any_port && std::find(ports.begin(), ports.end(), address.port) == ports.end()) {
        return fmt::format("port {} is not asked, only 80, 443, 8080 and 8443", address.port);
    }
    return forbidden_host(address.host, permissions);
}

std::optional<std::string> forbidden(sockaddr const& address, GuardPermissions const& permissions)
{
    if (address.sa_family == AF_INET) {
        auto in = sockaddr_in{};
        std::memcpy(&in, &address, sizeof in);
        return forbidden4(in.sin_addr, permissions);
    }
    if (address.sa_family == AF_INET6) {
        auto in = sockaddr_in6{};
        std::memcpy(&in, &address, sizeof in);
        return forbidden6(in.sin6_addr, permissions);
    }
    return fmt::format("address family {} is not asked", address.sa_family);
}

} // namespace knowwho
