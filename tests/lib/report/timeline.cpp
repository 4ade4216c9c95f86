// SPDX-License-Identifier: MIT
// The picture of who speaks when.
#include "report/timeline.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(timeline)

namespace {

World with_talks(std::vector<std::string> const& starts)
{
    World world;
    world.goals = sample_goals();
    for (auto const& start : starts) {
        PersonBuilder("Ada", "Lang").mrs().speaks("Vom Band zum Bild", start, "Saal 2").join(world);
    }
    return world;
}

} // namespace

BOOST_AUTO_TEST_CASE(talks_stand_in_the_order_of_days_and_hours)
{
    Timeline const timeline = timeline_of(with_talks({"2026-11-27 09:15", "2026-11-26 14:00", "2026-11-26T10:30:00+01:00"}).briefing());
    BOOST_REQUIRE_EQUAL(timeline.days.size(), 2u);
    BOOST_TEST(timeline.days[0].day == "Do, 26. November");
    BOOST_REQUIRE_EQUAL(timeline.days[0].items.size(), 2u);
    BOOST_TEST(timeline.days[0].items[0].number == 3);
    BOOST_TEST(timeline.days[0].items[0].hours == "10:30");
    BOOST_TEST(timeline.days[0].items[0].room == "Saal 2");
    BOOST_TEST(timeline.days[0].items[1].number == 2);
    BOOST_TEST(timeline.days[1].items[0].address == "Frau Lang");
    BOOST_TEST(timeline.opens == 9 * 60);
    BOOST_TEST(timeline.closes == 15 * 60);
}

BOOST_AUTO_TEST_CASE(an_end_that_is_known_is_drawn)
{
    Briefing sheet = with_talks({"2026-11-26 14:00", "2026-11-26 16:00"}).briefing();
    sheet.cards[0].appearances[0].ends_key = "2026-11-26 15:10";
    TimelineItem const item = timeline_of(sheet).days.at(0).items.at(0);
    BOOST_TEST(item.hours == "14:00–15:10");
    BOOST_TEST(item.ends == 15 * 60 + 10);
}

BOOST_AUTO_TEST_CASE(days_in_words_are_shown_if_they_need_no_order)
{
    Timeline const one = timeline_of(with_talks({"9 June 2027, 16:00", "9 June 2027, 10:45"}).briefing());
    BOOST_REQUIRE_EQUAL(one.days.size(), 1u);
    BOOST_TEST(one.days[0].day == "9 June 2027");
    BOOST_TEST(timeline_of(with_talks({"9 June 2027, 16:00", "10 June 2027, 10:45"}).briefing()).days.empty());
}

BOOST_AUTO_TEST_CASE(one_talk_or_none_needs_no_picture)
{
    BOOST_TEST(timeline_of(with_talks({"2026-11-26 14:00"}).briefing()).days.empty());
    BOOST_TEST(timeline_of(with_talks({"nachmittags", "", "99:99"}).briefing()).days.empty());
}

BOOST_AUTO_TEST_SUITE_END()
