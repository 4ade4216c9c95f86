// SPDX-License-Identifier: MIT
#include "text/quotation.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(quotation)

BOOST_AUTO_TEST_CASE(inner_quotes_are_single_even_where_half_a_pair_is_missing)
{
    BOOST_TEST(inner_quotes("kaputt“, sagt sie, „und zwar oft“", Language::german) == "kaputt‘, sagt sie, ‚und zwar oft‘");
    BOOST_TEST(inner_quotes("the \"best\" “ever”", Language::english) == "the ‘best’ ‘ever’");
    BOOST_TEST(inner_quotes("\"Nein\", sagt er", Language::german) == "‚Nein‘, sagt er");
}

BOOST_AUTO_TEST_CASE(a_title_that_is_a_quotation_is_quoted_on_two_levels)
{
    BOOST_TEST(in_quotes("„Sonstiges“ fällt aus", Language::german) == "„‚Sonstiges‘ fällt aus“");
    BOOST_TEST(in_quotes("\"Other\" fails", Language::english) == "“‘Other’ fails”");
}

BOOST_AUTO_TEST_SUITE_END()
