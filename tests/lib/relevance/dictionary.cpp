// SPDX-License-Identifier: MIT
// Translations from a word list in Ding's form, here of invented entries.
#include "relevance/dictionary.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(dictionary)

using namespace knowwho;

constexpr std::string_view entries =
    "# comment\n"
    "Wartung {f}; Pflege {f} [techn.] | Wartungen {pl} :: maintenance; upkeep | maintenances\n"
    "Wartung {f} eines Vertrages :: contract care\n"
    "künstliche Intelligenz {f} /KI/ [comp.] :: artificial intelligence /AI/\n"
    "Presse {f} [mus.] :: squeezebox\n"
    "Presse {f} [techn.] :: press\n"
    "etw. prüfen {vt} | prüfend | geprüft :: to inspect sth. | inspecting | inspected\n"
    "kaputt ohne Trenner\n"
    " :: \n";

std::vector<std::string> translations(std::vector<std::string> words, std::string written, Language language)
{
    auto const query = DictionaryQuery{std::move(words), std::move(written), language};
    auto found = std::vector<std::string>{};
    auto const results = look_up(entries, {&query, 1});
    for (auto const& translation : results.front()) {
        found.push_back(translation.shown);
    }
    return found;
}

BOOST_AUTO_TEST_CASE(a_word_is_translated_both_ways_and_whole_entries_only)
{
    auto const found = translations({"wartung"}, "wartung", Language::german);
    BOOST_REQUIRE(found.size() >= 2u);
    BOOST_TEST(found[0] == "maintenance");
    BOOST_TEST(std::count(found.begin(), found.end(), "contract care") == 0);
    BOOST_TEST(translations({"maintenance"}, "maintenance", Language::english).front() == "Wartung");
}

BOOST_AUTO_TEST_CASE(another_form_of_the_word_finds_the_entry)
{
    BOOST_TEST(!translations({"wartungen"}, "wartungen", Language::german).empty());
}

BOOST_AUTO_TEST_CASE(phrases_with_umlauts_are_found)
{
    auto const found = translations({"kunstliche", "intelligenz"}, "künstliche", Language::german);
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.front().find("artificial intelligence") == 0u);
}

BOOST_AUTO_TEST_CASE(senses_of_far_fields_come_last)
{
    BOOST_TEST(translations({"presse"}, "presse", Language::german).front() == "press");
}

BOOST_AUTO_TEST_CASE(unknown_words_and_broken_lists_give_nothing)
{
    BOOST_TEST(translations({"unbekannt"}, "unbekannt", Language::german).empty());
    auto const query = DictionaryQuery{{"wartung"}, "wartung", Language::german};
    BOOST_TEST(look_up("", {&query, 1}).front().empty());
    BOOST_TEST(look_up("Wartung", {&query, 1}).front().empty());
    BOOST_TEST(look_up(std::string(100'000, ';') + "Wartung :: x", {&query, 1}).size() == 1u);
    BOOST_TEST(look_up(entries, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
