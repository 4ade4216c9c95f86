// SPDX-License-Identifier: MIT
// Words in a sorted list.
#include "relevance/word_nets.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(word_nets)

using knowwho::has_line;

BOOST_AUTO_TEST_CASE(every_line_is_found_and_nothing_else)
{
    constexpr std::string_view lines = "Abend\nBaum\nCent\nDach\nEsel";
    for (auto const word : {"Abend", "Baum", "Cent", "Dach", "Esel"}) {
        BOOST_TEST(has_line(lines, word), word);
    }
    for (auto const word : {"Aben", "Abende", "Cen", "Zug", "", "A"}) {
        BOOST_TEST(!has_line(lines, word), word);
    }
    BOOST_TEST(!has_line("", "Abend"));
    BOOST_TEST(has_line("eins\n", "eins"));
}

BOOST_AUTO_TEST_SUITE_END()
