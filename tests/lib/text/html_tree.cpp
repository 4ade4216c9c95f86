// SPDX-License-Identifier: MIT
// Tests of the HTML tree: what browsers see, and that hostile pages end.
#include "text/html_tree.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <sstream>

BOOST_AUTO_TEST_SUITE(html_tree)

namespace {

using namespace knowwho;

std::string body_of(std::string_view html)
{
    HtmlTree const tree = parse_html(html);
    std::ostringstream out;
    for (auto const child : tree.document.child("html").child("body")) {
        child.print(out, "", pugi::format_raw);
    }
    return out.str();
}

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

int depth_of(pugi::xml_node node)
{
    int deepest = 0;
    int depth = 0;
    for (auto at = node; at;) {
        deepest = std::max(deepest, depth);
        if (at.first_child()) {
            at = at.first_child();
            ++depth;
            continue;
        }
        while (at && !at.next_sibling()) {
            at = at.parent();
            --depth;
        }
        at = at ? at.next_sibling() : at;
    }
    return deepest;
}

} // namespace

BOOST_AUTO_TEST_CASE(unclosed_elements_are_closed_as_browsers_do)
{
    BOOST_TEST(body_of("<ul><li>eins<li>zwei</ul><p>a<p>b") == "<ul><li>eins</li><li>zwei</li></ul><p>a</p><p>b</p>");
}

BOOST_AUTO_TEST_CASE(names_are_lower_case_and_entities_resolved)
{
    BOOST_TEST(body_of("<P CLASS=Lead>M&uuml;ller &amp; S&ouml;hne</P>") == "<p class=\"Lead\">M\u00fcller &amp; S\u00f6hne</p>");
}

BOOST_AUTO_TEST_CASE(custom_elements_keep_their_names)
{
    BOOST_TEST(body_of("<News-Card>x</News-Card>") == "<news-card>x</news-card>");
}

BOOST_AUTO_TEST_CASE(code_and_style_sheets_are_silent_but_data_is_kept)
{
    BOOST_TEST(body_of("<p>x</p><style>p{}</style><script>var a=1</script><script type=application/ld+json>{}</script>")
               == "<p>x</p><style/><script/><script type=\"application/ld+json\">{}</script>");
}

BOOST_AUTO_TEST_CASE(the_address_of_a_saved_page_is_kept)
{
    auto const tree = parse_html("<!DOCTYPE html>\n<!-- saved from url=(0026)https://beispiel.test/team -->\n<html><p>x");
    BOOST_TEST(tree.document.child("html").attribute("data-saved-from").value() == std::string{"https://beispiel.test/team"});
}

BOOST_AUTO_TEST_CASE(an_empty_page_has_a_root)
{
    BOOST_TEST(!parse_html("").document.child("html").empty());
    BOOST_TEST(!parse_html(std::string_view{"\0\0\0", 3}).document.child("html").empty());
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_flattened_and_keeps_its_text)
{
    auto const tree = parse_html(repeated("<div>", 3000) + "tief");
    BOOST_TEST(depth_of(tree.document) <= html_depth_limit + 1);
    BOOST_TEST(tree.document.select_nodes("//text()[. = 'tief']").size() == 1u);
}

BOOST_AUTO_TEST_CASE(hostile_pages_end_within_the_budget)
{
    for (auto const* const piece : {"<div>", "<p><font color=1>x", "<table><tr><td>", "</b>", "<b><i>", "<li>", "<a b>"}) {
        auto const start = std::chrono::steady_clock::now();
        auto const tree = parse_html(repeated(piece, 100'000));
        auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        BOOST_TEST(seconds < 8.0, piece << " took " << seconds << " s");
        BOOST_TEST(tree.truncated == !tree.problem.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
