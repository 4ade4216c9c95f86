// SPDX-License-Identifier: MIT
// Addresses have one normal form, and relative ones mean what a browser would make of them.
#include "fetch/address.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(address)
namespace {

struct Written {
    std::string_view text;
    std::string_view normal; ///< empty: no address
};

std::ostream& operator<<(std::ostream& out, Written const& one)
{
    return out << one.text;
}

Written const written[] = {
    {"https://Example.COM", "https://example.com/"},
    {"  http://example.com/a b ", "http://example.com/a%20b"},
    {"https://example.com:443/x#part", "https://example.com/x"},
    {"http://example.com:8080/x?y=1", "http://example.com:8080/x?y=1"},
    {"https://müller.example/über-uns", "https://xn--mller-kva.example/%C3%BCber-uns"},
    {"https://example.com./x", "https://example.com/x"},
    {"http://0x7f.1/", "http://127.0.0.1/"},
    {"http://2130706433/", "http://127.0.0.1/"},
    {"http://[::1]/", "http://[::1]/"},
    {"https://example.com/a/../b", "https://example.com/b"},
    {"example.com", ""},
    {"https://", ""},
    {"https://exa mple.com/", ""},
    {"https://a\\b/", ""},
};

struct Relative {
    std::string_view base;
    std::string_view reference;
    std::string_view normal;
};

std::ostream& operator<<(std::ostream& out, Relative const& one)
{
    return out << one.base << " + " << one.reference;
}

Relative const relatives[] = {
    {"https://firma.example/a/b?q", "../team", "https://firma.example/team"},
    {"https://firma.example/a/b", "c?x=ü", "https://firma.example/a/c?x=%C3%BC"},
    {"https://firma.example/a/b", "/impressum", "https://firma.example/impressum"},
    {"https://firma.example/a/b", "//other.example/x", "https://other.example/x"},
    {"https://firma.example/a/b", "http://other.example/", "http://other.example/"},
    {"https://firma.example/a/b", "", "https://firma.example/a/b"},
    {"https://firma.example/a/b", "#part", "https://firma.example/a/b"},
};

} // namespace

BOOST_DATA_TEST_CASE(an_address_has_one_form, boost::unit_test::data::make(written), one)
{
    auto const address = parse_address(one.text);
    BOOST_TEST((address ? address->text() : "") == one.normal);
}

BOOST_DATA_TEST_CASE(a_reference_is_resolved, boost::unit_test::data::make(relatives), one)
{
    auto const address = resolve_address(*parse_address(one.base), one.reference);
    BOOST_REQUIRE(address.has_value());
    BOOST_TEST(address->text() == one.normal);
}

BOOST_AUTO_TEST_CASE(user_and_password_are_noticed)
{
    BOOST_TEST(parse_address("https://jana:geheim@example.com/")->has_user);
    BOOST_TEST(!parse_address("https://example.com/a@b")->has_user);
}

BOOST_AUTO_TEST_CASE(a_nul_byte_or_an_endless_text_is_no_address)
{
    using namespace std::string_view_literals;
    BOOST_TEST(!parse_address("https://example.com/\0x"sv).has_value());
    BOOST_TEST(!parse_address("https://example.com%00.other.example/").has_value());
    BOOST_TEST(!parse_address("https://example.com/" + std::string(100'000, 'a')).has_value());
}

BOOST_AUTO_TEST_CASE(percent_encoding_goes_both_ways)
{
    BOOST_TEST(percent_encode("Müller & Söhne") == "M%C3%BCller%20%26%20S%C3%B6hne");
    BOOST_TEST(percent_decode("M%C3%BCller%20%26%zz%4") == "Müller &%zz%4");
    BOOST_TEST(percent_decode("100%-1") == "100%-1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
