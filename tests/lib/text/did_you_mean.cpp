// SPDX-License-Identifier: MIT
// What was meant by a mistyped word.
#include "text/did_you_mean.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(did_you_mean)

constexpr auto known = std::array<std::string_view, 5>{"customer", "know-how", "language", "places", "import"};

BOOST_AUTO_TEST_CASE(a_slip_finds_its_word)
{
    BOOST_TEST(knowwho::did_you_mean("custmoer", known) == "customer");
    BOOST_TEST(knowwho::did_you_mean("Knowhow", known) == "know-how");
    BOOST_TEST(knowwho::did_you_mean("place", known) == "places");
}

BOOST_AUTO_TEST_CASE(a_beginning_finds_its_only_continuation)
{
    BOOST_TEST(knowwho::did_you_mean("lang", known) == "language");
    BOOST_TEST(knowwho::did_you_mean("cust", known) == "customer");
}

BOOST_AUTO_TEST_CASE(something_else_finds_nothing)
{
    BOOST_TEST(knowwho::did_you_mean("weather", known).empty());
    BOOST_TEST(knowwho::did_you_mean("", known).empty());
    BOOST_TEST(knowwho::did_you_mean("customer", {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
