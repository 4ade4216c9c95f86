// SPDX-License-Identifier: MIT
// German compounds taken apart.
#include "text/compounds.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

BOOST_AUTO_TEST_SUITE(compounds)

using List = std::vector<std::string>;

List split(std::string_view word)
{
    static auto const words = std::set<std::string, std::less<>>{"instandhaltung", "software", "wartung", "plan", "lieferketten",
                                                                 "transparenz", "hand", "werk", "stoff", "kunst", "gesundheit", "wesen"};
    return knowwho::split_compound(word, [](std::string_view part) { return words.contains(part); });
}

BOOST_AUTO_TEST_CASE(the_linking_letters_go)
{
    BOOST_TEST(split("instandhaltungssoftware") == (List{"instandhaltung", "software"}), boost::test_tools::per_element());
    BOOST_TEST(split("gesundheitswesen") == (List{"gesundheit", "wesen"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_first_part_that_is_a_word_with_its_ending_keeps_it)
{
    BOOST_TEST(split("lieferkettentransparenz") == (List{"lieferketten", "transparenz"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unknown_and_short_words_stay_whole)
{
    BOOST_TEST(split("wartung").empty());
    BOOST_TEST(split("xyzplan").empty());
    BOOST_TEST(split("").empty());
    BOOST_TEST(split(std::string(5000, 'a')).empty());
}

BOOST_AUTO_TEST_SUITE_END()
