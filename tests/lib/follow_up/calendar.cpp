// SPDX-License-Identifier: MIT
#include "follow_up/calendar.hpp"

#include <boost/test/unit_test.hpp>
#include <libical/ical.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(calendar)
namespace {

using namespace std::chrono;

Instant const due = sys_days{2026y / November / 29} + hours{18};

CalendarEntry entry(std::string const& uid, std::string const& summary, int revision = 0)
{
    return {uid, summary, "Testtag (2026-11-26)", due, revision, due - days{3}, false, false};
}

/// What a calendar holds after importing a stream: by uid, the newest revision wins.
void import_into(std::map<std::string, std::string>& calendar, std::string const& text)
{
    auto const root = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>{icalparser_parse_string(text.c_str()), &icalcomponent_free};
    BOOST_REQUIRE(root);
    BOOST_TEST(icalcomponent_count_errors(root.get()) == 0);
    BOOST_TEST(icalrestriction_check(root.get()) != 0);
    for (auto* one = icalcomponent_get_first_component(root.get(), ICAL_VEVENT_COMPONENT); one != nullptr;
         one = icalcomponent_get_next_component(root.get(), ICAL_VEVENT_COMPONENT)) {
        calendar[icalcomponent_get_uid(one)] = icalcomponent_get_summary(one);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(importing_twice_gives_no_doubles_and_a_change_updates)
{
    auto held = std::map<std::string, std::string>{};
    import_into(held, to_calendar(std::vector{entry("a@knowwho", "Wenke Thode: thanks"), entry("b@knowwho", "Müller; Söhne, \\ & Co.")}));
    import_into(held, to_calendar(std::vector{entry("a@knowwho", "Wenke Thode: thanks, later", 1), entry("b@knowwho", "Müller; Söhne, \\ & Co.")}));
    BOOST_REQUIRE_EQUAL(held.size(), 2);
    BOOST_TEST(held["a@knowwho"] == "Wenke Thode: thanks, later");
    BOOST_TEST(held["b@knowwho"] == "Müller; Söhne, \\ & Co.");
}

BOOST_AUTO_TEST_CASE(the_same_entries_give_the_same_bytes)
{
    auto const entries = std::vector{entry("a@knowwho", "x")};
    BOOST_TEST(to_calendar(entries) == to_calendar(entries));
}

BOOST_AUTO_TEST_CASE(the_time_is_utc_and_the_revision_is_told)
{
    auto const text = to_calendar(std::vector{entry("a@knowwho", "x", 3)});
    BOOST_TEST(text.find("DTSTART:20261129T180000Z") != std::string::npos);
    BOOST_TEST(text.find("SEQUENCE:3") != std::string::npos);
    BOOST_TEST(text.find("TRIGGER:-P1D") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_dropped_is_cancelled_and_rings_no_more)
{
    auto one = entry("a@knowwho", "x", 1);
    one.cancelled = true;
    auto const text = to_calendar(std::vector{one});
    BOOST_TEST(text.find("STATUS:CANCELLED") != std::string::npos);
    BOOST_TEST(text.find("VALARM") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(hostile_texts_stay_inside_their_property)
{
    using namespace std::string_literals;
    auto held = std::map<std::string, std::string>{};
    import_into(held, to_calendar(std::vector{entry("a@knowwho", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\0y"s + std::string(5000, 'z'))}));
    BOOST_TEST(held.size() == 1);
    import_into(held, to_calendar({}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
