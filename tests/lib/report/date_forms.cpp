// SPDX-License-Identifier: MIT
// Dates, spans and lists in both languages.
#include "report/date_forms.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(date_forms)

BOOST_AUTO_TEST_CASE(dates_are_printed_as_far_as_they_are_known)
{
    BOOST_TEST(long_date({2026, 3, 1}, Language::german) == "1. März 2026");
    BOOST_TEST(long_date({2026, 3, 1}, Language::english) == "1 March 2026");
    BOOST_TEST(long_date({2026, 3, 0}, Language::german) == "März 2026");
    BOOST_TEST(long_date({2026, 0, 0}, Language::english) == "2026");
}

BOOST_AUTO_TEST_CASE(spans_name_what_differs)
{
    using D = PartialDate;
    BOOST_TEST(date_span(D{2026, 11, 26}, D{2026, 11, 27}, Language::german) == "26. und 27. November 2026");
    BOOST_TEST(date_span(D{2026, 11, 24}, D{2026, 11, 27}, Language::german) == "24. bis 27. November 2026");
    BOOST_TEST(date_span(D{2026, 11, 30}, D{2026, 12, 2}, Language::german) == "30. November bis 2. Dezember 2026");
    BOOST_TEST(date_span(D{2026, 12, 31}, D{2027, 1, 1}, Language::english) == "31 December 2026 to 1 January 2027");
    BOOST_TEST(date_span(D{2026, 11, 26}, std::nullopt, Language::german) == "26. November 2026");
    BOOST_TEST(date_span(std::nullopt, std::nullopt, Language::german) == "");
}

BOOST_AUTO_TEST_CASE(moments_are_read_where_they_follow_the_form)
{
    BOOST_TEST(moment("2026-11-26 17:15", Language::german) == "Do, 26. November, 17:15");
    BOOST_TEST(moment("2026-11-26T17:15:00+01:00", Language::english) == "Thu 26 November, 17:15");
    BOOST_TEST(moment("2026-11-26T16:15:00Z", Language::german) == "Do, 26. November, 16:15 UTC");
    BOOST_TEST(moment("17:15", Language::german) == "17:15");
    BOOST_TEST(moment("nach der Pause", Language::german) == "nach der Pause");
    BOOST_TEST(moment("2026-11-26 17:15", "2026-11-26 18:00", Language::german) == "Do, 26. November, 17:15–18:00");
    BOOST_TEST(moment("2026-11-26", "18:00", Language::german) == "Do, 26. November");
}

BOOST_AUTO_TEST_CASE(certainty_is_never_rounded_up)
{
    BOOST_TEST(per_cent(0.999, Language::english) == "99%");
    BOOST_TEST(per_cent(0.001, Language::german) == "1\u00a0%");
    BOOST_TEST(per_cent(1, Language::english) == "100%");
    BOOST_TEST(per_cent(0, Language::english) == "0%");
}

BOOST_AUTO_TEST_CASE(lists_end_with_and)
{
    BOOST_TEST(joined({"A", "B", "C"}, Language::german) == "A, B und C");
    BOOST_TEST(joined({"A", "B"}, Language::english) == "A and B");
    BOOST_TEST(joined({"A"}, Language::german) == "A");
}

BOOST_AUTO_TEST_SUITE_END()
