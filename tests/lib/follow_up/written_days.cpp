// SPDX-License-Identifier: MIT
// Days as people write them, seen from Thursday, 26 November 2026.
#include "follow_up/written_days.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(written_days)
namespace {

auto const today = PartialDate{2026, 11, 26};

struct Written {
    char const* text;
    char const* day; ///< ISO, or empty
};

std::ostream& operator<<(std::ostream& stream, Written const& one) { return stream << one.text; }

Written const deadlines[] = {{"2026-12-01", "2026-12-01"}, {"1.12.2026", "2026-12-01"}, {"01.12.26", "2026-12-01"}, {"1. Dezember 2026", "2026-12-01"},
    {"1 December 2026", "2026-12-01"}, {"December 1, 2026", "2026-12-01"}, {"1.12.", "2026-12-01"}, {"1. Dezember", "2026-12-01"}, {"15.1.", "2027-01-15"},
    {"heute", "2026-11-26"}, {"morgen", "2026-11-27"}, {"übermorgen", "2026-11-28"}, {"Freitag", "2026-11-27"}, {"Donnerstag", "2026-12-03"},
    {"nächsten Montag", "2026-11-30"}, {"Monday", "2026-11-30"}, {"Ende der Woche", "2026-11-27"}, {"nächste Woche", "2026-12-04"}, {"next week", "2026-12-04"},
    {"Monatsende", "2026-11-30"}, {"Ende Januar", "2027-01-31"}, {"end of January", "2027-01-31"}, {"Mitte Dezember", "2026-12-15"}, {"Mitte November", "2027-11-15"}, {"Ende November", "2026-11-30"}, {"Februar", "2027-02-28"},
    {"März", "2027-03-31"}, {"29.2.", "2028-02-29"}, {"31.11.2026", ""}, {"32.1.", ""}, {"irgendwann", ""}, {"", ""}, {"1.2.3.4", ""}, {"Ende gut", ""},
    {"99999999999999999999.1.", ""}, {"0.0.0", ""}, {"zum nächsten Mal", ""}};

Written const birthdays[] = {{"1980-05-17", "1980-05-17"}, {"17.5.1980", "1980-05-17"}, {"17. Mai 1980", "1980-05-17"}, {"--05-17", "--05-17"},
    {"17.5.", "--05-17"}, {"29.2.", "--02-29"}, {"17.13.", ""}, {"im Mai", ""}, {"--xx-17", ""}};

} // namespace

BOOST_DATA_TEST_CASE(a_deadline_is_never_behind_us, boost::unit_test::data::make(deadlines), one)
{
    auto const day = parse_deadline(one.text, today);
    BOOST_TEST((day ? to_iso(*day) : std::string{}) == one.day);
}

BOOST_DATA_TEST_CASE(a_birthday_may_be_without_its_year, boost::unit_test::data::make(birthdays), one)
{
    BOOST_TEST(parse_birthday(one.text) == one.day);
}

BOOST_AUTO_TEST_CASE(a_day_without_a_year_is_no_full_day)
{
    BOOST_TEST(!parse_full_day("1.12."));
    BOOST_TEST(!parse_full_day("2026-11"));
    BOOST_TEST(!parse_full_day("Freitag"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
