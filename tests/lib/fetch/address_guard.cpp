// SPDX-License-Identifier: MIT
// Only public addresses on usual ports are asked, whatever form the others come in.
#include "fetch/address_guard.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstring>
#include <ostream>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(address_guard)
namespace {

struct Case {
    std::string_view address;
    std::string_view rule; ///< a word of the sentence; empty: may be asked
};

std::ostream& operator<<(std::ostream& out, Case const& one)
{
    return out << one.address;
}

Case const connections[] = {
    {"93.184.216.34", ""},
    {"2606:2800:220:1:248:1893:25c8:1946", ""},
    {"127.0.0.1", "loopback"},
    {"127.255.0.3", "loopback"},
    {"0.0.0.0", "this network"},
    {"10.1.2.3", "private"},
    {"172.16.0.1", "private"},
    {"172.31.255.255", "private"},
    {"172.32.0.1", ""},
    {"192.168.178.1", "private"},
    {"169.254.169.254", "link-local"},
    {"100.64.0.1", "shared"},
    {"100.127.255.254", "shared"},
    {"100.128.0.1", ""},
    {"192.0.2.5", "documentation"},
    {"198.51.100.7", "documentation"},
    {"203.0.113.9", "documentation"},
    {"198.18.0.1", "benchmarking"},
    {"224.0.0.1", "multicast"},
    {"255.255.255.255", "reserved"},
    {"::", "unspecified"},
    {"::1", "loopback"},
    {"::7f00:1", "IPv4-compatible"},
    {"fe80::1", "link-local"},
    {"fec0::1", "site-local"},
    {"fd00::1", "unique-local"},
    {"ff02::1", "multicast"},
    {"2001:db8::1", "documentation"},
    {"3fff:100::1", "documentation"},
    {"2001::1", "Teredo"},
    {"4000::1", "reserved"},
    {"::ffff:127.0.0.1", "IPv4-mapped"},
    {"::ffff:93.184.216.34", ""},
    {"64:ff9b::10.0.0.1", "NAT64"},
    {"64:ff9b::93.184.216.34", ""},
    {"64:ff9b:1::1", "local NAT64"},
    {"2002:7f00:1::", "6to4"},
    {"2002:c0a8:101::", "6to4"},
    {"2002:5db8:d822::1", ""},
};

Case const addresses[] = {
    {"https://firma.example/", ""},
    {"http://firma.example:8080/", ""},
    {"http://firma.example:22/", "port 22"},
    {"ftp://firma.example/", "scheme 'ftp'"},
    {"gopher://firma.example/", "scheme 'gopher'"},
    {"https://a:b@firma.example/", "password"},
    {"http://127.1/", "loopback"},
    {"http://0x7f000001/", "loopback"},
    {"http://017700000001/", "loopback"},
    {"http://localhost/", "loopback"},
    {"http://mein.LOCALHOST/", "loopback"},
    {"http://[::ffff:10.0.0.1]/", "IPv4-mapped"},
    {"http://[fe80::1%25eth0]/", "link-local"},
    {"http://192.168.1.1:8080/", "private"},
    {"https://www.linkedin.com/in/jemand", "never asked"},
    {"https://xing.com/profile/Jemand", "never asked"},
    {"https://notlinkedin.com/", ""},
};

template <typename Visit>
void with_socket_address(std::string const& text, Visit const& visit)
{
    auto four = sockaddr_in{};
    auto six = sockaddr_in6{};
    if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        visit(reinterpret_cast<sockaddr const&>(four));
    } else {
        BOOST_REQUIRE(inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1);
        six.sin6_family = AF_INET6;
        visit(reinterpret_cast<sockaddr const&>(six));
    }
}

void check(std::optional<std::string> const& refusal, std::string_view rule)
{
    BOOST_TEST(refusal.has_value() == !rule.empty(), refusal.value_or("allowed"));
    BOOST_TEST(refusal.value_or("").find(rule) != std::string::npos, refusal.value_or("allowed"));
}

} // namespace

BOOST_DATA_TEST_CASE(a_connection_is_judged_by_its_resolved_address, boost::unit_test::data::make(connections), one)
{
    with_socket_address(std::string{one.address}, [&](sockaddr const& address) { check(forbidden(address, {}), one.rule); });
}

BOOST_DATA_TEST_CASE(an_address_is_judged_by_its_writing, boost::unit_test::data::make(addresses), one)
{
    check(forbidden(*parse_address(one.address), {}), one.rule);
}

BOOST_AUTO_TEST_CASE(the_permission_of_tests_opens_loopback_and_nothing_else)
{
    auto const permissions = GuardPermissions{.loopback = true};
    check(forbidden(*parse_address("http://127.0.0.1:4711/"), permissions), "");
    check(forbidden(*parse_address("http://firma.example:4711/"), permissions), "port 4711");
    check(forbidden(*parse_address("http://10.0.0.1/"), permissions), "private");
    with_socket_address("::ffff:127.0.0.1", [&](sockaddr const& address) { check(forbidden(address, permissions), "IPv4-mapped"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
