// SPDX-License-Identifier: MIT
// JSON, Markdown, calendar and vCards: complete, and harmless whatever a list holds.
#include "builders.hpp"
#include "report/calendar.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/vcard.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(exports)

namespace {

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

World hostile_world()
{
    World world;
    world.goals = sample_goals();
    world.goals.event.name = "X;Y,Z\\n\r\nEND:VCALENDAR";
    PersonBuilder("A\r\nTEL:666", "[click](javascript:x)").mr().works("<script>", "*B* \"C\"")
        .speaks("T\r\nBEGIN:VEVENT", "2026-11-26 14:00", "R;1").join(world);
    return world;
}

Instant const now{std::chrono::seconds{1'795'000'000}};

} // namespace

BOOST_AUTO_TEST_CASE(json_holds_every_target_with_its_sources)
{
    std::string const json = to_json(sample_world().briefing());
    BOOST_TEST(has(json, "\"address\": \"Frau Dr. Weber\""));
    BOOST_TEST(has(json, "\"kind\": \"own_article\""));
    BOOST_TEST(has(json, "\"dropped\": []"));
    BOOST_TEST(has(to_json(hostile_world().briefing()), "<script>"));
}

BOOST_AUTO_TEST_CASE(markdown_escapes_what_could_be_markup)
{
    std::string const text = to_markdown(hostile_world().briefing());
    BOOST_TEST(!has(text, "<script>"));
    BOOST_TEST(!has(text, "[click](java"));
    BOOST_TEST(has(text, "\\*B\\*"));
    BOOST_TEST(has(to_markdown(sample_world().briefing()), "## 1. Frau Dr. Weber"));
}

BOOST_AUTO_TEST_CASE(the_calendar_has_event_talks_and_follow_up)
{
    World const world = sample_world();
    std::string const calendar = to_calendar(world.briefing(), world.goals, now);
    BOOST_TEST(has(calendar, "DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261128\r\n"));
    BOOST_TEST(has(calendar, "DTSTART:20261126T140000\r\nDURATION:PT45M\r\n"));
    BOOST_TEST(has(calendar, "DTSTART:20261130T090000\r\n"));
    BOOST_TEST(has(calendar, "DTSTART;VALUE=DATE:20261130\r\n"));
}

BOOST_AUTO_TEST_CASE(no_text_breaks_out_of_a_calendar_line_or_a_card)
{
    World const world = hostile_world();
    std::string const calendar = to_calendar(world.briefing(), world.goals, now);
    std::string const cards = to_vcards(world.briefing(), world.input());
    BOOST_TEST(!has(calendar, "\nBEGIN:VEVENT\r\nBEGIN"));
    BOOST_TEST(calendar.find("\nEND:VCALENDAR") == calendar.rfind("END:VCALENDAR") - 1);
    BOOST_TEST(!has(cards, "\nTEL:"));
    BOOST_TEST(has(cards, "ORG:*B* \"C\""));
}

BOOST_AUTO_TEST_CASE(a_talk_in_utc_stays_in_utc)
{
    World world;
    world.goals = sample_goals();
    PersonBuilder("Ina", "Holt").speaks("Bänder hören", "2026-11-26T14:15:00Z").join(world);
    BOOST_TEST(has(to_calendar(world.briefing(), world.goals, now), "DTSTART:20261126T141500Z\r\n"));
}

BOOST_AUTO_TEST_CASE(an_address_of_a_card_is_neither_escaped_nor_cut)
{
    World world = sample_world();
    std::string const path(400, 'x');
    world.candidates[0].attendance.row.website = "https://kieswerk.example/a,b;c/" + path;
    std::string cards = to_vcards(world.briefing(), world.input());
    for (auto at = cards.find("\r\n "); at != std::string::npos; at = cards.find("\r\n ", at)) {
        cards.erase(at, 3);
    }
    BOOST_TEST(has(cards, "URL:https://kieswerk.example/a,b;c/" + path + "\r\n"));
}

BOOST_AUTO_TEST_CASE(a_number_with_a_dot_begins_no_list_in_markdown)
{
    World world = sample_world();
    world.goals.goals[0].ask = "26. November passt mir, 3.5 Stunden auch";
    std::string const text = to_markdown(world.briefing());
    BOOST_TEST(has(text, "\n26\\. November passt mir, 3.5 Stunden auch"));
}

BOOST_AUTO_TEST_SUITE_END()
