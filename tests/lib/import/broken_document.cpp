// SPDX-License-Identifier: MIT
#include "import/read_list.hpp"
#include "model/error.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(broken_document)

namespace {

struct Broken {
    char const* file;
    char const* text;
    char const* says;
};

std::ostream& operator<<(std::ostream& out, Broken const& broken) { return out << broken.file; }

Broken const broken_files[] = {
    {"a comma is missing.json", "[{\"name\": \"Anna Berg\", \"role\": \"x\"},\n {\"name\": \"Bert Tal\" \"role\": \"y\"}]", "JSON document is broken or cut off in line 2: "},
    {"a bad line.jsonl", "{\"name\": \"Anna Berg\", \"role\": \"x\"}\n{\"name\": \"Bert Tal\", \"role\" \"y\"}\n", "JSON document is broken or cut off in line 2: "},
    {"an open quote.toml", "[[speakers]]\nname = \"Anna Berg\"\n[[speakers]]\nname = \"Bert Tal\nrole = \"x\"\n", "TOML document is broken or cut off in line 4: "},
    {"another end.xml", "<people><person><name>Anna Berg</name></person>\n<person><name>Bert</nam></person></people>", "XML document is broken or cut off in line 2: "},
};

} // namespace

BOOST_DATA_TEST_CASE(where_nobody_can_be_read_the_line_and_the_fault_are_named, data::make(broken_files), broken)
{
    auto const says_where = [&](Error const& error) { return std::string_view(error.what()).find(broken.says) != std::string_view::npos; };
    BOOST_CHECK_EXCEPTION(read_list(broken.file, broken.text, {}, {}), Error, says_where);
}

BOOST_AUTO_TEST_CASE(broken_yaml_is_read_line_by_line_and_says_so)
{
    auto const reading = read_list("list.yaml", "- name: Anna Berg\n  role: Leiterin\n- name: \"Bert Tal\n  role: Koch\n- name: Clara See\n  role: Wirtin\n", {}, {});
    BOOST_TEST(reading.rows.size() == 3);
    auto const told = std::any_of(reading.problems.begin(), reading.problems.end(), [](Problem const& problem) { return problem.severity == Severity::warning && problem.line == 3 && problem.reason.find("YAML") != std::string::npos; });
    BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(a_preview_does_not_advise_a_preview)
{
    ReadOptions options;
    options.previewed = true;
    auto const advises_map = [](Error const& error) { return error.hint().find("--map") != std::string::npos && error.hint().find("--preview") == std::string::npos; };
    BOOST_CHECK_EXCEPTION(read_list("list.txt", "hello\nworld\n", options, {}), Error, advises_map);
}

BOOST_AUTO_TEST_SUITE_END()
