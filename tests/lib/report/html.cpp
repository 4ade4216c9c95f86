// SPDX-License-Identifier: MIT
// The HTML file: complete, closed to the outside, and hostile texts harmless.
#include "report/html.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(html)

namespace {

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_file_names_its_language_and_asks_nothing_from_outside)
{
    std::string const page = to_html(sample_world().briefing());
    BOOST_TEST(has(page, "<html lang=\"de\""));
    BOOST_TEST(!has(page, "<script"));
    BOOST_TEST(!has(page, "src="));
    BOOST_TEST(!has(page, "@import"));
    BOOST_TEST(!has(page, "url("));
    BOOST_TEST(!has(page, "{{"));
}

BOOST_AUTO_TEST_CASE(paper_and_look_are_chosen)
{
    Briefing const sheet = sample_world().briefing();
    BOOST_TEST(has(to_html(sheet, {Paper::letter, false, false, nullptr}), "size: letter"));
    BOOST_TEST(has(to_html(sheet, {Paper::a4, true, true, nullptr}), "class=\"large plain\""));
    BOOST_TEST(has(to_html(sheet), "size: A4"));
}

BOOST_AUTO_TEST_CASE(every_number_leads_to_its_source)
{
    Briefing const sheet = sample_world().briefing();
    std::string const page = to_html(sheet);
    for (auto const& entry : sheet.sources) {
        BOOST_TEST(has(page, "id=\"source-" + std::to_string(entry.number) + "\""));
        BOOST_TEST(has(page, "href=\"#source-" + std::to_string(entry.number) + "\""));
    }
}

BOOST_AUTO_TEST_CASE(markup_in_a_list_is_text)
{
    World world;
    world.goals = sample_goals();
    world.goals.event.name = "</title><script>alert(1)</script>";
    PersonBuilder("<img src=x onerror=alert(1)>", "O'Neil \"Q\"").mr().works("<b>Chef</b>", "A&B <script>")
        .text(PageKind::article, "\" onmouseover=\"x", "</q><iframe>").join(world);
    world.candidates[0].evidence[0].page.address = "javascript:alert(1)";
    std::string const page = to_html(world.briefing());
    for (std::string_view const part : {"<script", "<img", "<iframe", "<b>Chef", "\" onmouseover", "javascript:"}) {
        BOOST_TEST(!has(page, part), part);
    }
    BOOST_TEST(has(page, "A&amp;B &lt;script&gt;"));
}

BOOST_AUTO_TEST_CASE(the_same_briefing_gives_the_same_bytes)
{
    BOOST_TEST(to_html(sample_world().briefing()) == to_html(sample_world().briefing()));
}

BOOST_AUTO_TEST_SUITE_END()
