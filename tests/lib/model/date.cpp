// SPDX-License-Identifier: MIT
#include "model/date.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(date)
namespace {

namespace data = boost::unit_test::data;
using namespace std::chrono_literals;

std::string const readable[] = {"2026", "2026-11", "2026-11-25", "2024-02-29", "0001-01-01", "9999-12-31"};
std::string const unreadable[] = {"", "26", "2026-", "2026-13", "2026-00", "2026-11-00", "2026-02-30", "2025-02-29", "2026/11/25",
    "25.11.2026", "2026-1-5", "-026-11", "0000", "2026-11-25x"};

} // namespace

BOOST_DATA_TEST_CASE(iso_dates_survive_the_way_there_and_back, data::make(readable), text)
{
    auto const read = parse_iso_date(text);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(to_iso(*read) == text);
}

BOOST_DATA_TEST_CASE(what_the_calendar_does_not_have_is_no_date, data::make(unreadable), text)
{
    BOOST_TEST(!parse_iso_date(text).has_value());
}

BOOST_AUTO_TEST_CASE(a_time_behind_the_day_is_ignored)
{
    BOOST_TEST(to_iso(*parse_iso_date("2026-11-25T08:30:00+01:00")) == "2026-11-25");
    BOOST_TEST(to_iso(*parse_iso_date("2026-11-25 08:30")) == "2026-11-25");
}

BOOST_AUTO_TEST_CASE(an_unknown_part_sorts_before_every_known_one)
{
    BOOST_TEST((PartialDate{2026} < PartialDate{2026, 1}));
    BOOST_TEST((PartialDate{2026, 1} < PartialDate{2026, 1, 1}));
    BOOST_TEST((PartialDate{2025, 12, 31} < PartialDate{2026}));
}

BOOST_AUTO_TEST_CASE(days_between_counts_unknown_parts_from_the_middle)
{
    BOOST_TEST(days_between({2026, 11, 24}, {2026, 11, 27}) == 3);
    BOOST_TEST(days_between({2026, 11}, {2026, 11, 25}) == 10);
    BOOST_TEST(days_between({2025}, {2026}) == 365);
}

BOOST_AUTO_TEST_CASE(an_instant_is_written_in_utc)
{
    auto const instant = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 8h + 5min + 9s};
    BOOST_TEST(to_iso(instant) == "2026-11-25T08:05:09Z");
    BOOST_TEST(to_iso(day_of(instant)) == "2026-11-25");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
