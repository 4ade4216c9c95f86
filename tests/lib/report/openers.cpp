// SPDX-License-Identifier: MIT
// The sentences to start with: what they may use, and that nobody hears another's sentence.
#include "report/openers.hpp"

#include "builders.hpp"
#include "report/compose.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(openers)

namespace {

World crowd(Address form, Language language, int people)
{
    World world;
    world.goals = sample_goals();
    world.goals.event.address = form;
    world.goals.event.language = language;
    for (int i = 0; i < people; ++i) {
        PersonBuilder("Anna" + std::to_string(i), "Weber").mrs().works("Meisterin", "Bandgut AG").from("Ulm")
            .speaks("Bänder").text(PageKind::article, "Bänder hören", "Anna Weber hört Bänder.").join(world);
    }
    return world;
}

} // namespace

BOOST_AUTO_TEST_CASE(patterns_of_all_languages_and_forms_can_be_read)
{
    BOOST_TEST(read_patterns(Language::german, Address::sie).size() > 60u);
    BOOST_TEST(read_patterns(Language::german, Address::sie).size() == read_patterns(Language::german, Address::du).size());
    BOOST_TEST(read_patterns(Language::english, Address::sie).size() > 50u);
}

BOOST_AUTO_TEST_CASE(every_kind_has_four_phrasings_or_more_in_each_language)
{
    for (auto const language : {Language::german, Language::english}) {
        std::map<OpenerKind, int> count;
        for (auto const& pattern : read_patterns(language, Address::sie)) {
            ++count[pattern.kind];
        }
        BOOST_TEST(count.size() >= 12u);
        for (auto const& [kind, number] : count) {
            BOOST_TEST(number >= 4, name_of(kind) << ": " << number);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_pattern_with_an_empty_slot_is_not_used)
{
    BOOST_TEST(!fill_pattern("über {title} in {site}", {{"title", "Bänder"}}));
    BOOST_TEST(!fill_pattern("über {title}", {{"title", ""}}));
    BOOST_TEST(*fill_pattern("über {title}!", {{"title", "Bänder"}}) == "über Bänder!");
}

BOOST_AUTO_TEST_CASE(four_targets_with_the_same_facts_never_get_the_same_sentence)
{
    for (auto const language : {Language::german, Language::english}) {
        std::set<std::string> patterns;
        std::size_t openers = 0;
        for (auto const& card : crowd(Address::sie, language, 4).briefing().cards) {
            for (auto const& opener : card.openers) {
                patterns.insert(opener.pattern);
                ++openers;
            }
        }
        BOOST_TEST(patterns.size() == openers);
    }
}

BOOST_AUTO_TEST_CASE(du_never_says_sie)
{
    for (auto const& pattern : read_patterns(Language::german, Address::du)) {
        for (std::string const& text : {pattern.sentence, pattern.fill_in, pattern.question}) {
            for (std::string_view const word : {"Ihr ", "Ihre", "Ihnen", " Sie ", "Sie?", "}Sie "}) {
                BOOST_TEST(text.find(word) == std::string::npos, pattern.id << ": " << text);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(sie_never_says_du)
{
    for (auto const& pattern : read_patterns(Language::german, Address::sie)) {
        std::string const text = " " + pattern.sentence + " " + pattern.fill_in + " " + pattern.question;
        for (std::string_view const word : {" du ", " dich", " dir", " dein", "}du ", " euch", " euer"}) {
            BOOST_TEST(text.find(word) == std::string::npos, pattern.id << ": " << text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_sentence_begins_with_the_address_or_a_neutral_greeting)
{
    for (auto const& card : sample_world().briefing().cards) {
        for (auto const& opener : card.openers) {
            BOOST_TEST((opener.sentence.text.starts_with(card.address + ", ") || opener.sentence.text.starts_with("Guten Tag, ")));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
