// SPDX-License-Identifier: MIT
// JSON becomes a tree that XPath reads; hostile JSON costs no more than its length.
#include "text/json_tree.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(json_tree)
namespace {

std::string at(JsonTree const& tree, char const* path)
{
    return pugi::xpath_query{path}.evaluate_string(tree.document);
}

} // namespace

BOOST_AUTO_TEST_CASE(members_are_elements_and_arrays_have_items)
{
    auto const tree = parse_json_tree(R"({"hits": [{"name": "Jörg <Ä>"}, {"name": "B"}], "n": 2.50, "ok": true, "no": null})");
    BOOST_TEST(tree.valid);
    BOOST_TEST(at(tree, "/json/hits/item[1]/name") == "Jörg <Ä>");
    BOOST_TEST(at(tree, "count(/json/hits/item)") == "2");
    BOOST_TEST(at(tree, "/json/n") == "2.50");
    BOOST_TEST(at(tree, "/json/ok") == "true");
    BOOST_TEST(at(tree, "/json/no/@null") == "true");
}

BOOST_AUTO_TEST_CASE(odd_keys_are_members_with_a_name)
{
    auto const tree = parse_json_tree(R"({"@id": "a", "first name": "b", "": "c", "Q42": "d", "date-parts": [[2026, 5]]})");
    BOOST_TEST(at(tree, "/json/member[@name='@id']") == "a");
    BOOST_TEST(at(tree, "/json/member[@name='first name']") == "b");
    BOOST_TEST(at(tree, "/json/member[@name='']") == "c");
    BOOST_TEST(at(tree, "/json/Q42") == "d");
    BOOST_TEST(at(tree, "/json/date-parts/item/item[2]") == "5");
}

BOOST_AUTO_TEST_CASE(an_array_or_a_value_may_stand_alone)
{
    BOOST_TEST(at(parse_json_tree("[1, 2]"), "/json/item[2]") == "2");
    BOOST_TEST(at(parse_json_tree("\"x\""), "/json") == "x");
    BOOST_TEST(parse_json_tree("\n\n{}\n").valid);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_says_so)
{
    for (auto const* const text : {"", "<html></html>", "{\"a\": ", "{\"a\": 1} x", "nope"}) {
        BOOST_TEST(!parse_json_tree(text).valid, text);
    }
}

BOOST_AUTO_TEST_CASE(depth_and_broken_text_do_no_harm)
{
    auto const deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    auto const tree = parse_json_tree(deep);
    BOOST_TEST(tree.valid);
    BOOST_TEST(tree.truncated);
    BOOST_TEST(!parse_json_tree(std::string(1'000'000, '{')).valid);
    BOOST_TEST(!parse_json_tree("\"\xff\xfe\"").valid);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
