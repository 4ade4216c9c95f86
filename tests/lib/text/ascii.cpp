// SPDX-License-Identifier: MIT
#include "text/ascii.hpp"

#include "text/latin.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(ascii)

BOOST_AUTO_TEST_CASE(a_word_is_found_behind_one_that_only_begins_with_it)
{
    BOOST_TEST(has_word("author-box author", "author"));
    BOOST_TEST(has_word("author", "author"));
    BOOST_TEST(!has_word("co-author authors", "author"));
    BOOST_TEST(!has_word("", "author"));
}

BOOST_AUTO_TEST_CASE(capitals_of_latin_1_become_small_letters_in_their_place)
{
    BOOST_TEST(latin_lower("ÄRZTE in ÎLE × 2 ÷ Łódź") == "ärzte in île × 2 ÷ Łódź");
    BOOST_TEST(latin_lower("\xc3") == "\xc3");
}

BOOST_AUTO_TEST_SUITE_END()
