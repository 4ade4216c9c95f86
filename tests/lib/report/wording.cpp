// SPDX-License-Identifier: MIT
// Sentences of the scorer made fit to print.
#include "report/wording.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(wording)

BOOST_AUTO_TEST_CASE(dates_follow_the_language)
{
    BOOST_TEST(polished("„‚Staub‘ und Band“ (2026-03-17) nennt „Band“", Language::german)
        == "„‚Staub‘ und Band“ (17. März 2026) nennt „Band“");
    BOOST_TEST(polished("“A” (2026-03-17) names “B”", Language::english) == "“A” (17 March 2026) names “B”");
    BOOST_TEST(polished("Nr. 12026-03-17", Language::german) == "Nr. 12026-03-17");
}

BOOST_AUTO_TEST_CASE(of_a_bridge_the_persons_own_word_is_left)
{
    BOOST_TEST(polished("Text nennt „Wartung → Instandhaltung“, „haltung → Instandhaltung“ und „Leiter“", Language::german)
        == "Text nennt „Instandhaltung“ und „Leiter“");
    BOOST_TEST(polished("Text nennt „stand“ und „Stillstand“", Language::german) == "Text nennt „Stillstand“");
    BOOST_TEST(polished("„A“ nennt „B“, „C“ und „D“", Language::german) == "„A“ nennt „B“, „C“ und „D“");
    BOOST_TEST(polished("Funktion „Leiter, Werk“ passt zu „x → y“", Language::german) == "Funktion „Leiter, Werk“ passt zu „y“");
    BOOST_TEST(polished("„offen", Language::german) == "„offen");
}

BOOST_AUTO_TEST_CASE(a_sentence_ends_with_a_stop)
{
    BOOST_TEST(as_sentence("Gut", Language::german) == "Gut.");
    BOOST_TEST(as_sentence("Gut?", Language::german) == "Gut?");
    BOOST_TEST(as_sentence("", Language::german) == "");
}

BOOST_AUTO_TEST_SUITE_END()
