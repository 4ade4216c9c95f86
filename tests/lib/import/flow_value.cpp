// SPDX-License-Identifier: MIT
// Tests of values in braces, as YAML and scripts write them.
#include "import/flow_value.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#include <nlohmann/json.hpp>

BOOST_AUTO_TEST_SUITE(flow_value)

using knowwho::parse_flow;

BOOST_AUTO_TEST_CASE(a_literal_of_a_script_is_read_up_to_its_end)
{
    std::string_view text = "{name: 'It\\'s', \"b c\": [1, `x`,], d: f(1, 2), /* e */ g: null,}; more";
    auto const value = parse_flow(text);
    BOOST_REQUIRE(value);
    auto const expected = std::string(R"json({"b c":["1","x"],"d":"f(1, 2)","g":null,"name":"It's"})json");
    BOOST_TEST(value->dump() == expected);
    BOOST_TEST(text == "; more");
}

BOOST_AUTO_TEST_CASE(what_never_closes_is_left_as_it_was)
{
    for (std::string_view const text : {"{name: 'a", "[1, 2", "{a: 1, a: 2}", "name", "", "{\\", "['\\"}) {
        auto rest = text;
        BOOST_TEST(!parse_flow(rest), std::string(text));
        BOOST_TEST(rest == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
