// SPDX-License-Identifier: MIT
// The words of a text.
#include "text/tokens.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(tokens)

using knowwho::folded_words;
using knowwho::Words;
using List = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(words_are_folded_to_base_letters)
{
    BOOST_TEST(folded_words("Größere ÄRZTE-Straße, café!") == (List{"grossere", "arzte", "strasse", "cafe"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(decomposed_umlauts_are_one_word_with_composed_ones)
{
    BOOST_TEST(folded_words("Pru\xCC\x88" "fung") == (List{"prufung"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(languages_keep_their_signs)
{
    BOOST_TEST(folded_words("C++ und C#, F# oder C") == (List{"c++", "und", "c#", "f#", "oder", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_trade_is_no_pronoun)
{
    BOOST_TEST(folded_words("Head of IT, it is") == (List{"head", "of", "i.t", "it", "is"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(parts_behind_a_hyphen_are_joined_and_a_dash_is_not)
{
    auto word = Words{"Software-Haus – Ort"};
    BOOST_TEST((word.next() && !word.joined()));
    BOOST_TEST((word.next() && word.joined()));
    BOOST_TEST((word.next() && !word.joined()));
}

BOOST_AUTO_TEST_CASE(a_full_stop_breaks_and_a_comma_does_not)
{
    auto word = Words{"Wer, was. Wir"};
    BOOST_TEST((word.next() && word.after_break()));
    BOOST_TEST((word.next() && !word.after_break()));
    BOOST_TEST((word.next() && word.after_break()));
}

BOOST_AUTO_TEST_CASE(places_point_at_the_written_word)
{
    auto word = Words{"  Käse "};
    BOOST_REQUIRE(word.next());
    BOOST_TEST(word.written() == "Käse");
    BOOST_TEST(word.begin() == 2u);
    BOOST_TEST(word.end() == 7u);
    BOOST_TEST(!word.next());
}

BOOST_AUTO_TEST_CASE(hostile_bytes_are_gaps_and_endless_words_are_passed_over)
{
    auto const text = std::string{"a\0b\xFF\xFE c\xC3", 8} + " " + std::string(100000, 'x') + " Ende";
    auto const words = folded_words(text);
    BOOST_TEST(words.back() == "ende");
    BOOST_TEST(words.size() == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
