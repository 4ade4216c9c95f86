// SPDX-License-Identifier: MIT
// Tests of the YAML that data files are written in.
#include "import/yaml_document.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#include <nlohmann/json.hpp>

BOOST_AUTO_TEST_SUITE(yaml_document)

namespace {

std::string as_json(std::string_view yaml)
{
    auto const document = knowwho::parse_yaml(yaml);
    return document ? document->dump() : "no YAML";
}

} // namespace

BOOST_AUTO_TEST_CASE(blocks_and_braces_say_the_same)
{
    auto const expected = R"([{"affiliation":"TU Nord, Germany","name":"Ina Berg"}])";
    BOOST_TEST(as_json("- name: Ina Berg\n  affiliation: TU Nord, Germany\n") == expected);
    BOOST_TEST(as_json("- {name: Ina Berg, affiliation: \"TU Nord, Germany\"}\n") == expected);
    BOOST_TEST(as_json("-\n  name: 'Ina Berg'\n  affiliation: TU Nord,\n    Germany\n") == expected);
}

BOOST_AUTO_TEST_CASE(lists_may_stand_at_the_level_of_their_key)
{
    BOOST_TEST(as_json("speakers:\n- name: Ina\n- name: Udo\nplace: Ulm\n") == R"({"place":"Ulm","speakers":[{"name":"Ina"},{"name":"Udo"}]})");
}

BOOST_AUTO_TEST_CASE(quotes_comments_and_literals_are_understood)
{
    BOOST_TEST(as_json("a: 'It''s' # why\nb: \"A \\\"B\\\"\"\nc: x#y\nd: |\n  one\n  two\ne: ~\n") == R"({"a":"It's","b":"A \"B\"","c":"x#y","d":"one\ntwo","e":null})");
}

BOOST_AUTO_TEST_CASE(what_fits_nowhere_is_no_yaml)
{
    for (auto const* const text : {"name: Ina\nname: Udo\n", "- a\n   - b: c\n  d\n", "Ina Berg\nUdo Tal\n", "a: {b: c\n", "- [1, 2", "a: \"b\n", ""}) {
        BOOST_TEST(as_json(text) == "no YAML", text);
    }
}

BOOST_AUTO_TEST_CASE(depth_is_bounded)
{
    std::string text;
    for (std::size_t level = 0; level < 1000; ++level) {
        text += std::string(level, ' ') + "a:\n";
    }
    BOOST_TEST(as_json(text) == "no YAML");
    BOOST_TEST(as_json("a: " + std::string(1000, '[') + std::string(1000, ']')) == "no YAML");
}

BOOST_AUTO_TEST_CASE(the_head_ends_at_its_dashes)
{
    BOOST_TEST(knowwho::yaml_head("---\na: b\n---\ntext") == "a: b\n");
    BOOST_TEST(knowwho::yaml_head("a: b\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
