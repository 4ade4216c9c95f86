// SPDX-License-Identifier: MIT
// Which words of a need count, and how much.
#include "relevance/need_words.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(need_words)

using namespace knowwho;

float emphasis_of(std::string_view text, std::string_view word, Language language)
{
    for (auto const& read : read_need_words(text, language)) {
        if (read.folded == word) {
            return read.emphasis;
        }
    }
    return 0;
}

BOOST_AUTO_TEST_CASE(words_of_wishing_are_left_out)
{
    constexpr auto text = "Wir suchen Menschen, die Pumpen kennen";
    BOOST_TEST(emphasis_of(text, "suchen", Language::german) == 0);
    BOOST_TEST(emphasis_of(text, "menschen", Language::german) == 0);
    BOOST_TEST(emphasis_of(text, "pumpen", Language::german) == 1);
}

BOOST_AUTO_TEST_CASE(what_the_asker_says_of_themselves_counts_less_until_the_clause_ends)
{
    constexpr auto text = "buyers for our valves, engineers of pumps";
    BOOST_TEST(emphasis_of(text, "valves", Language::english) < 1);
    BOOST_TEST(emphasis_of(text, "buyers", Language::english) == 1);
    BOOST_TEST(emphasis_of(text, "pumps", Language::english) == 1);
}

BOOST_AUTO_TEST_CASE(a_hyphenated_word_is_whole_and_parts)
{
    auto const words = read_need_words("Start-ups und Wartungs-Software", Language::german);
    auto const has = [&](std::string_view folded) {
        return std::any_of(words.begin(), words.end(), [&](auto const& word) { return word.folded == folded; });
    };
    BOOST_TEST(has("startups"));
    BOOST_TEST(!has("ups"));
    BOOST_TEST(has("wartungssoftware"));
    BOOST_TEST(has("software"));
}

BOOST_AUTO_TEST_CASE(compounds_are_followed_by_their_parts)
{
    auto words = read_need_words("Instandhaltungssoftware", Language::german);
    split_compounds(words, [](std::string_view word) { return word == "instandhaltung" || word == "software"; });
    BOOST_REQUIRE(words.size() == 3u);
    BOOST_TEST(!words[0].part);
    BOOST_TEST((words[1].part && words[1].folded == "instandhaltung"));
    BOOST_TEST((words[2].part && words[2].folded == "software"));
}

BOOST_AUTO_TEST_CASE(capitals_with_umlauts_turn_both_ways)
{
    BOOST_TEST(lower_case("ÄRZTE Über") == "ärzte über");
    BOOST_TEST(capitalised("ärzte") == "Ärzte");
    BOOST_TEST(capitalised("Haus") == "Haus");
    BOOST_TEST(capitalised("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
