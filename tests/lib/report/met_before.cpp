// SPDX-License-Identifier: MIT
// Somebody met before is not addressed as a stranger; a reason of the user's own takes the place of dots.
#include "report/met_before.hpp"

#include "builders.hpp"
#include "report/grounding.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(met_before)

namespace {

World with(PersonBuilder person)
{
    World world;
    world.goals = sample_goals();
    person.join(world);
    return world;
}

PersonBuilder weber()
{
    return PersonBuilder("Almut", "Weber").mrs().works("Meisterin", "Bandgut AG").text(PageKind::article, "Bänder hören", "Almut Weber hört Bänder.", {2026, 5, 3}, {"Almut Weber"});
}

} // namespace

BOOST_AUTO_TEST_CASE(the_open_promise_comes_first_and_the_last_conversation_next)
{
    World const world = with(weber().met({2025, 5, 12}, "Lager der Presse 9.", "Geräuschproben"));
    auto const openers = world.briefing().cards.at(0).openers;
    BOOST_TEST((openers.at(0).kind == OpenerKind::promise));
    BOOST_TEST(openers.at(0).sentence.text.find("Geräuschproben") != std::string::npos);
    BOOST_TEST((openers.at(1).kind == OpenerKind::met_before));
    BOOST_TEST(!openers.at(1).sentence.sources.empty());
    SourceEntry const source = world.briefing().sources.at(static_cast<std::size_t>(openers.at(1).sentence.sources.at(0)) - 1);
    BOOST_TEST(source.label == "Eigene Notiz zum Gespräch");
    BOOST_TEST(source.site == "Bandtage 2025");
    BOOST_TEST(source.date == "12. Mai 2025");
    BOOST_TEST(world.briefing().dropped.empty());
}

BOOST_AUTO_TEST_CASE(a_note_on_something_private_is_not_spoken)
{
    World const world = with(weber().met({2025, 5, 12}, "seine Scheidung und die Krankheit der Mutter"));
    auto const briefing = world.briefing();
    for (auto const& opener : briefing.cards.at(0).openers) {
        BOOST_TEST(opener.sentence.text.find("Scheidung") == std::string::npos, opener.sentence.text);
    }
}

BOOST_AUTO_TEST_CASE(the_note_about_somebody_else_is_found_out)
{
    World world = with(weber().met({2025, 5, 12}, "Lager der Presse 9"));
    Briefing const sheet = world.briefing();
    world.met[0].person = PersonId{77};
    BOOST_TEST(!check_grounding(sheet, world.input()).empty());
    world.met[0].person = PersonId{1};
    world.met[0].talked = "Lager der Presse 8";
    BOOST_TEST(!check_grounding(sheet, world.input()).empty());
}

BOOST_AUTO_TEST_CASE(the_users_own_reason_completes_the_sentence)
{
    World world = with(weber());
    world.goals.read = {{"Almut Weber", "hören", "Sie beim Geräusch anfangen"}};
    Opener const opener = world.briefing().cards.at(0).openers.at(0);
    BOOST_TEST((opener.kind == OpenerKind::own_article));
    BOOST_TEST(opener.fill_in.empty());
    BOOST_TEST(opener.sentence.text.ends_with("weil Sie beim Geräusch anfangen."));
    BOOST_TEST(world.briefing().dropped.empty());
}

BOOST_AUTO_TEST_CASE(a_page_that_was_read_is_a_text_to_speak_of)
{
    World world = with(PersonBuilder("Almut", "Weber").mrs().works("Meisterin", "Bandgut AG").text(PageKind::company, "Probelauf der Bänder", "Almut Weber leitet den Probelauf."));
    world.goals.read = {{"Almut Weber", "", "er nur sechs Wochen dauert"}};
    Opener const opener = world.briefing().cards.at(0).openers.at(0);
    BOOST_TEST((opener.kind == OpenerKind::article));
    BOOST_TEST(opener.sentence.text.ends_with("weil er nur sechs Wochen dauert."));
    BOOST_TEST(world.briefing().dropped.empty());
}

BOOST_AUTO_TEST_CASE(a_reason_for_somebody_else_or_another_text_is_left_out)
{
    for (auto const& read : {ReadText{"Almut Sand", "", "x"}, ReadText{"Almut Weber", "Staub", "x"}, ReadText{"Weberin", "", "x"}}) {
        World world = with(weber());
        world.goals.read = {read};
        BOOST_TEST(!world.briefing().cards.at(0).openers.at(0).fill_in.empty(), read.of);
    }
}

BOOST_AUTO_TEST_CASE(the_ask_in_the_users_own_words_is_taken)
{
    World world = with(weber());
    world.goals.goals[0].ask = "Darf ich Ihnen zwei Bänder vorspielen?";
    world.goals.goals[1].ask = "Darf ich Ihnen zwei Bänder vorspielen?";
    BOOST_TEST(world.briefing().cards.at(0).ask == "Darf ich Ihnen zwei Bänder vorspielen?");
    BOOST_TEST(world.briefing().dropped.empty());
}

BOOST_AUTO_TEST_SUITE_END()
