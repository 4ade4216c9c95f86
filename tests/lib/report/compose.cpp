// SPDX-License-Identifier: MIT
// The briefing as values: what stands in it, in which order, and on which sources.
#include "report/compose.hpp"

#include "builders.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(compose)

BOOST_AUTO_TEST_CASE(targets_come_in_the_order_of_the_shortlist_and_reserves_after_them)
{
    Briefing const sheet = sample_world().briefing();
    BOOST_REQUIRE_EQUAL(sheet.cards.size(), 3u);
    BOOST_REQUIRE_EQUAL(sheet.reserves.size(), 2u);
    BOOST_TEST(sheet.cards[0].address == "Frau Dr. Weber");
    BOOST_TEST(sheet.cards[0].full_name == "Dr.-Ing. Almut Weber");
    BOOST_TEST(sheet.cards[1].address == "Herr Claas");
    BOOST_TEST(sheet.cards[2].address == "Kim Öztürk");
    BOOST_TEST(sheet.reserves[0].address == "Frau Sand");
}

BOOST_AUTO_TEST_CASE(every_statement_about_a_target_is_numbered_to_a_source_of_that_target)
{
    World const world = sample_world();
    Briefing const sheet = world.briefing();
    for (auto const& card : sheet.cards) {
        BOOST_TEST(!card.row_sources.empty());
        BOOST_TEST(!card.reasons.empty());
        for (auto const& reason : card.reasons) {
            BOOST_TEST(!reason.sentence.sources.empty(), reason.sentence.text);
            for (int const number : reason.sentence.sources) {
                BOOST_TEST((number >= 1 && number <= static_cast<int>(sheet.sources.size())));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(sources_are_numbered_in_the_order_of_first_use)
{
    Briefing const sheet = sample_world().briefing();
    for (std::size_t i = 0; i < sheet.sources.size(); ++i) {
        BOOST_TEST(sheet.sources[i].number == static_cast<int>(i) + 1);
    }
    BOOST_TEST(sheet.sources[0].label == "Teilnehmerliste teilnehmer.csv, Zeile 6");
    BOOST_TEST(sheet.cards[0].row_sources == std::vector<int>{1}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_card_has_three_to_five_openers_of_different_kinds)
{
    Briefing const sheet = sample_world().briefing();
    for (auto const& card : sheet.cards) {
        std::set<OpenerKind> kinds;
        for (auto const& opener : card.openers) {
            kinds.insert(opener.kind);
            BOOST_TEST(!opener.question.empty());
        }
        BOOST_TEST(kinds.size() == card.openers.size());
        BOOST_TEST((card.openers.size() >= 3 && card.openers.size() <= 5), card.full_name << card.openers.size());
        BOOST_TEST(!card.ask.empty());
    }
}

BOOST_AUTO_TEST_CASE(an_old_text_is_marked_and_named_as_stale)
{
    Briefing const sheet = sample_world().briefing();
    auto const& unknown = sheet.cards[1].unknown;
    BOOST_REQUIRE_EQUAL(unknown.size(), 1u);
    BOOST_TEST(unknown[0].text == "Der neueste Text über diese Person ist vom 1. Februar 2023: nachfragen, ob es noch stimmt.");
    BOOST_TEST(sheet.sources[static_cast<std::size_t>(unknown[0].sources.at(0)) - 1].stale);
}

BOOST_AUTO_TEST_CASE(a_text_without_a_day_is_old_by_its_month)
{
    auto world = sample_world();
    world.candidates[1].evidence[0].page.published = PartialDate{2023, 2, 0};
    BOOST_TEST(world.briefing().cards[1].unknown.at(0).text == "Der neueste Text über diese Person erschien im Februar 2023: nachfragen, ob es noch stimmt.");
    world.candidates[1].evidence[0].page.published = PartialDate{2023, 0, 0};
    world.goals.event.language = Language::english;
    BOOST_TEST(world.briefing().cards[1].unknown.at(0).text == "The newest text about this person appeared in 2023: ask whether it still holds.");
}

BOOST_AUTO_TEST_CASE(of_a_talk_only_its_time_and_room_are_left_out_of_the_table)
{
    auto world = World{};
    world.goals = sample_goals();
    PersonBuilder("Ina", "Holt").mrs().works("Leiterin", "Bandwerk").speaks("Bänder hören (Teil 1: Lager)", "2026-11-26 14:00", "Saal 2 (EG)")
        .reason(SignalKind::talk, 0, 0.4, "Vortrag „Bänder hören (Teil 1: Lager)“ (14:00 Uhr, Saal 2 (EG)) handelt von „Bänder“", {"Bänder"}).join(world);
    BOOST_TEST(world.briefing().cards.at(0).why.text == "Vortrag „Bänder hören (Teil 1: Lager)“ handelt von „Bänder“");
    BOOST_TEST(world.briefing().dropped.empty());
}

BOOST_AUTO_TEST_CASE(a_room_without_a_name_is_passed_over)
{
    auto world = World{};
    world.goals = sample_goals();
    PersonBuilder("Ina", "Holt").mrs().works("Leiterin", "Bandwerk").speaks("Bänder hören", "2026-11-26 14:00", " ")
        .reason(SignalKind::role, 0, 0.4, "Funktion „Leiterin“ passt zu „Betriebsleiter“", {"Leiterin"}).join(world);
    BOOST_TEST(world.briefing().cards.size() == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_said)
{
    Briefing const sheet = sample_world().briefing();
    std::set<std::string> texts;
    for (auto const& statement : sheet.cards[2].unknown) {
        texts.insert(statement.text);
    }
    BOOST_TEST(texts.contains("Welche Aufgabe die Person hat, steht nicht auf der Liste."));
    BOOST_TEST(texts.contains("Die Liste nennt keine Anrede; das Blatt rät sie nicht."));
}

BOOST_AUTO_TEST_CASE(a_sensitive_text_is_never_an_opener_but_a_warning)
{
    World world;
    world.goals = sample_goals();
    PersonBuilder("Ute", "Halm").mrs().works("Leiterin", "Bandgut AG")
        .text(PageKind::article, "Zurück nach dem Burnout", "Ute Halm war lange krank.").join(world);
    Briefing const sheet = world.briefing();
    for (auto const& opener : sheet.cards[0].openers) {
        BOOST_TEST(opener.sentence.text.find("Burnout") == std::string::npos);
    }
    BOOST_TEST(sheet.cards[0].do_not_mention.at(0).text == "Eine Quelle berührt Gesundheit: nicht von sich aus ansprechen.");
    BOOST_TEST(!sheet.cards[0].do_not_mention.at(0).sources.empty());
}

BOOST_AUTO_TEST_CASE(the_follow_up_slot_is_the_next_working_day)
{
    Briefing const sheet = sample_world().briefing();
    BOOST_TEST(sheet.follow_up.starts_with("Mo, 30. November, 45 Minuten"), sheet.follow_up);
}

BOOST_AUTO_TEST_CASE(without_targets_the_sheet_says_so)
{
    World world;
    world.goals = sample_goals();
    Briefing const sheet = world.briefing();
    BOOST_TEST(sheet.cards.empty());
    BOOST_TEST(sheet.chance.starts_with("Auf dieser Liste steht niemand"));
}

BOOST_AUTO_TEST_CASE(an_english_sheet_is_english)
{
    World world = sample_world();
    world.goals.event.language = Language::english;
    Briefing const sheet = world.briefing();
    BOOST_TEST(sheet.cards[0].address == "Dr Weber");
    BOOST_TEST(sheet.dates == "26–27 November 2026");
    BOOST_TEST(sheet.sources[0].label == "Attendee list teilnehmer.csv, row 6");
}

BOOST_AUTO_TEST_SUITE_END()
