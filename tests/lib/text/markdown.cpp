// SPDX-License-Identifier: MIT
// Tests of Markdown notes as HTML.
#include "text/markdown.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(markdown)

using knowwho::markdown_to_html;

BOOST_AUTO_TEST_CASE(headings_and_paragraphs_become_elements)
{
    BOOST_TEST(markdown_to_html("# Notiz\n\nTraf *Anna Weber*.") == "<h1>Notiz</h1>\n<p>Traf <em>Anna Weber</em>.</p>\n");
}

BOOST_AUTO_TEST_CASE(raw_markup_and_code_links_are_dropped)
{
    auto const html = markdown_to_html("<script>x</script>\n\n[a](javascript:alert(1))");
    BOOST_TEST(html.find("script") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_yaml_head_is_no_text)
{
    BOOST_TEST(markdown_to_html("---\ntags: x\n---\nText") == "<p>Text</p>\n");
}

BOOST_AUTO_TEST_SUITE_END()
