// SPDX-License-Identifier: MIT
// Who is likely to be there.
#include "score/chance.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

BOOST_AUTO_TEST_SUITE(chance)

using namespace knowwho;

BOOST_AUTO_TEST_CASE(equal_chances_give_the_binomial_distribution)
{
    auto const chances = std::array{0.5, 0.5, 0.5, 0.5};
    BOOST_TEST(chance_of_at_least(3, chances) == 5.0 / 16, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(chance_of_at_least(0, chances) == 1.0);
    BOOST_TEST(chance_of_at_least(5, chances) == 0.0);
}

BOOST_AUTO_TEST_CASE(different_chances_are_multiplied_out)
{
    auto const chances = std::array{0.9, 0.5, 0.2};
    BOOST_TEST(chance_of_at_least(3, chances) == 0.09, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(chance_of_at_least(1, chances) == 1 - 0.1 * 0.5 * 0.8, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(speakers_come_and_those_on_a_waiting_list_hardly)
{
    auto attendance = Attendance{};
    auto event = EventPlan{};
    event.no_show = 0.4;
    auto const usual = chance_to_come(attendance, event);
    BOOST_TEST(usual == 0.6, boost::test_tools::tolerance(1e-12));
    attendance.row.status = AttendanceStatus::waiting;
    BOOST_TEST(chance_to_come(attendance, event) < usual);
    attendance.row.status = AttendanceStatus::cancelled;
    BOOST_TEST(chance_to_come(attendance, event) == 0);
    attendance.row.status = AttendanceStatus::coming;
    attendance.row.talks.push_back({});
    BOOST_TEST(chance_to_come(attendance, event) == 1 - event.no_show_of_speakers(), boost::test_tools::tolerance(1e-12));
    BOOST_TEST(event.no_show_of_speakers() == 0.1, boost::test_tools::tolerance(1e-12));
    attendance.gone = true;
    BOOST_TEST(chance_to_come(attendance, event) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
