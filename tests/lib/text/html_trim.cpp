// SPDX-License-Identifier: MIT
// Tests of what is left out before the parser: code, comments, endless nesting; and of what stays.
#include "text/html_trim.hpp"

#include "text/html_tree.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <ostream>

BOOST_AUTO_TEST_SUITE(html_trim)

namespace {

using knowwho::trim_html;

struct Case {
    std::string in;
    std::string out;
};

std::ostream& operator<<(std::ostream& out, Case const& c)
{
    return out << c.in;
}

Case const cases[] = {
    {"<p>a</p>", "<p>a</p>"},
    {"<script>if (a < b) x();</script>b", "<script></script>b"},
    {"<SCRIPT type='text/javascript'>x</SCRIPT>b", "<SCRIPT type='text/javascript'></SCRIPT>b"},
    {"<script type=\"application/ld+json\">{\"a\":1}</script>", "<script type=\"application/ld+json\">{\"a\":1}</script>"},
    {"<style>p > a {}</style>", "<style></style>"},
    {"a<!-- no one sees -->b", "ab"},
    {"<!-- saved from url=(0014)https://a.test -->x", "<!-- saved from url=(0014)https://a.test -->x"},
    {"<!-->a<!-- -->b", "ab"},
    {"<!-- never closed", "<!-- never closed"},
    {"<script>never closed", "<script>never closed"},
    {"<script><!-- <script></script> --></script>", "<script><!-- <script></script> --></script>"},
    {"<script>s='<!--';</script>a<!-- b -->c", "<script>s='<!--';</script>ac"},
    {"<a title=\"x > y\">z</a>", "<a title=\"x > y\">z</a>"},
    {"1 < 2 & 3 > 2", "1 < 2 & 3 > 2"},
    {"<svg viewBox='0 0 1 1'><path d='M0'/></svg>t", "<svg viewBox='0 0 1 1'></svg>t"},
    {"<", "<"},
    {"</", "</"},
};

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

} // namespace

BOOST_DATA_TEST_CASE(only_what_no_reader_sees_is_left_out, boost::unit_test::data::make(cases), c)
{
    BOOST_TEST(trim_html(c.in) == c.out);
}

BOOST_AUTO_TEST_CASE(endless_nesting_loses_tags_but_no_text)
{
    auto const html = trim_html(repeated("<div>a", 2000) + repeated("</div>", 2000) + "<p>end");
    BOOST_TEST(html.size() < 500u * 11 + 2000u + 100u);
    BOOST_TEST(html.ends_with("<p>end"));
    BOOST_TEST(std::count(html.begin(), html.end(), 'a') == 2000);
}

BOOST_AUTO_TEST_CASE(nested_elements_cost_no_more_than_others)
{
    for (auto const* const piece : {"<div>", "<span>x", "<ul><li>", "<font color=1>", "<div></div>", "<b><i>", "<style>", "<script>", "<svg>"}) {
        auto const start = std::chrono::steady_clock::now();
        auto const tree = knowwho::parse_html(repeated(piece, 100'000));
        BOOST_TEST(!tree.truncated, piece);
        BOOST_TEST(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 4.0, piece);
    }
}

BOOST_AUTO_TEST_SUITE_END()
