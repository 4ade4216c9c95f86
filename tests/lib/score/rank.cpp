// SPDX-License-Identifier: MIT
// Who ranks where, and why.
#include "score/rank.hpp"

#include "score/candidate_text.hpp"
#include "text/utf8.hpp"

#include "people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <stop_token>

BOOST_AUTO_TEST_SUITE(rank)

using namespace knowwho;
using namespace knowwho::test;

std::vector<Candidate> some_people()
{
    return list_of({
        Someone{"Ada Amsel"}.role("Leiterin Instandhaltung").at("Pumpenwerk Halle GmbH").in("Halle"),
        Someone{"Bert Buche"}.role("Head of Sales").at("Quantum Cloud Inc."),
        Someone{"Cleo Cordes"}.role("Steuerberaterin").at("Kanzlei Cordes"),
        Someone{"Dora Damm"}.role("Unternehmensberaterin").at("Damm Consulting").about("Wartung von Anlagen"),
        Someone{"Emil Esch"}.at("Stadtwerke Ohlau").says("The new maintenance plan saves a third of the cost.", "Plant news"),
        Someone{"Fritz Fell"},
    });
}

std::string name_of(std::vector<Candidate> const& people, Match const& match)
{
    return people[match.candidate].attendance.row.name.written;
}

Match const& match_of(std::vector<Match> const& matches, std::size_t candidate)
{
    return *std::find_if(matches.begin(), matches.end(), [&](auto const& m) { return m.candidate == candidate; });
}

BOOST_AUTO_TEST_CASE(the_fitting_role_comes_first_and_says_why)
{
    auto const people = some_people();
    auto const matches = ranked(people, looking_for({"Verantwortliche für Instandhaltung und Wartung"}));
    BOOST_REQUIRE(matches.size() == people.size());
    BOOST_TEST(name_of(people, matches[0]) == "Ada Amsel");
    BOOST_REQUIRE(!matches[0].reasons.empty());
    auto const& reason = matches[0].reasons[0];
    BOOST_TEST((reason.signal == SignalKind::role));
    BOOST_TEST(reason.sentence.find("„Leiterin Instandhaltung“") != std::string::npos, reason.sentence);
    BOOST_TEST((reason.sources.front() == Source{RosterSource{"liste.csv", 2}}));
}

BOOST_AUTO_TEST_CASE(the_kind_of_an_organisation_alone_does_not_beat_its_name)
{
    auto people = std::vector<Candidate>{};
    auto const add = [&](int count, std::string const& organisation) {
        for (int i = 0; i < count; ++i) {
            people.push_back(Someone{"Somebody"}.at(organisation));
        }
    };
    add(1, "Research Labs, NORDPEX");
    add(10, "Vantor Media Lab");
    add(8, "Kestrel Research");
    for (auto const* town : {"Ohlau", "Halle", "Brieg", "Namslau", "Trebnitz", "Wohlau", "Guhrau", "Militsch", "Neumarkt", "Strehlen"}) {
        add(4, std::string{"University of "} + town);
    }
    auto const all = list_of(people);
    auto const matches = ranked(all, looking_for({"Vantor Quantec or Vantor Media Lab", "Researchers at Kestrel or Lindmark"}));
    auto const& only_kind = match_of(matches, 0);
    BOOST_TEST(only_kind.goals[0].score < 0.4);
    BOOST_TEST(only_kind.score < matches[17].score); // all 18 from the two houses asked for
}

BOOST_AUTO_TEST_CASE(a_word_inside_a_handle_or_an_address_is_nobodys_field)
{
    auto people = some_people();
    people.push_back(Someone{"Pia Quast"}.other("Twitter", "@quastresearch").other("Web", "https://research.example/pq"));
    auto const matches = ranked(people, looking_for({"Research"}));
    BOOST_TEST(match_of(matches, people.size() - 1).reasons.empty());
}

BOOST_AUTO_TEST_CASE(a_text_in_the_other_language_is_found_and_the_bridge_is_shown)
{
    auto const people = some_people();
    auto const matches = ranked(people, looking_for({"Wartung"}));
    auto const& emil = match_of(matches, 4);
    BOOST_REQUIRE(!emil.reasons.empty());
    BOOST_TEST((emil.reasons[0].signal == SignalKind::evidence));
    BOOST_TEST(emil.reasons[0].words.front() == "Wartung → maintenance");
    BOOST_TEST((emil.reasons[0].sources.front() == Source{SnippetId{1}}));
}

BOOST_AUTO_TEST_CASE(the_shares_of_a_goal_sum_to_its_score_and_every_reason_has_a_source)
{
    auto goals = looking_for({"Wartung von Pumpen", "sales of cloud software"});
    goals.goals[0].organisations = {"Pumpenwerk Halle"};
    goals.goals[0].places = {"Halle"};
    goals.me.common_ground = {"Ohlau"};
    auto const matches = ranked(some_people(), goals);
    for (auto const& match : matches) {
        auto sums = std::vector<double>(goals.goals.size(), 0);
        double beside = 0;
        for (auto const& reason : match.reasons) {
            BOOST_TEST(!reason.sources.empty());
            BOOST_TEST(!reason.sentence.empty());
            bool const of_goal = reason.signal < SignalKind::common_ground;
            (of_goal ? sums[reason.goal] : beside) += reason.share;
        }
        for (std::size_t goal = 0; goal < sums.size(); ++goal) {
            BOOST_TEST(std::abs(sums[goal] - match.goals[goal].score) < 1e-9);
        }
        BOOST_TEST(std::abs((match.goals[0].score + match.goals[1].score) / 2 + beside - match.score) < 1e-9);
        BOOST_TEST(match.score <= 1);
    }
}

BOOST_AUTO_TEST_CASE(who_is_to_be_avoided_or_lacks_a_must_or_does_not_come_is_excluded_with_a_sentence)
{
    auto people = some_people();
    people[2].attendance.row.status = AttendanceStatus::cancelled;
    people[4].attendance.gone = true;
    auto goals = looking_for({"Wartung"});
    goals.goals[0].avoid = {"Unternehmensberatung"};
    goals.goals[0].must = {"Instandhaltung"};
    goals.me.name = "Fell, Fritz";
    people[5].attendance.row.name.given = "Fritz";
    people[5].attendance.row.name.family = "Fell";
    goals.me.name = "Fritz Fell";
    auto const matches = ranked(people, goals);
    BOOST_TEST(match_of(matches, 0).excluded.empty());
    BOOST_TEST(match_of(matches, 1).excluded == "Nichts Bekanntes nennt „Instandhaltung“");
    BOOST_TEST(match_of(matches, 2).excluded == "Hat abgesagt");
    BOOST_TEST(match_of(matches, 3).excluded.find("„Unternehmensberatung“") != std::string::npos);
    BOOST_TEST(match_of(matches, 4).excluded == "Steht nicht mehr auf der neuesten Liste");
    BOOST_TEST(match_of(matches, 5).excluded == "Das sind Sie selbst");
    BOOST_TEST(matches.front().excluded.empty());
}

BOOST_AUTO_TEST_CASE(a_word_of_the_same_field_helps_but_meets_no_must)
{
    auto const people = list_of({Someone{"A"}.role("Founder, digital health"), Someone{"B"}.role("Founder, digital games")});
    auto goals = looking_for({"Medizintechnik"});
    BOOST_TEST(ranked(people, goals).front().candidate == 0u);
    goals.goals[0].must = {"Medizintechnik"};
    BOOST_TEST(!ranked(people, goals).front().excluded.empty());
}

BOOST_AUTO_TEST_CASE(an_organisation_asked_for_by_name_lifts_its_people)
{
    auto goals = looking_for({"Software"});
    goals.goals[0].organisations = {"stadtwerke ohlau"};
    auto const people = some_people();
    auto const matches = ranked(people, goals);
    BOOST_TEST(name_of(people, matches[0]) == "Emil Esch");
    BOOST_TEST(matches[0].reasons[0].sentence == "Kommt von „Stadtwerke Ohlau“, ausdrücklich gewünscht");
}

BOOST_AUTO_TEST_CASE(who_is_hardly_known_has_the_wider_range)
{
    auto const people = list_of({
        Someone{"Ada"}.role("Wartung"),
        Someone{"Bea"}.role("Wartung").says("Viele Worte über Anlagen, Pumpen, Ventile, Motoren, Lager, Getriebe, Sensoren, Messwerte, "
                                           "Schwingungen, Temperaturen, Drücke, Filter, Schmierstoffe, Dichtungen, Wellen und Rohre."),
    });
    auto const matches = ranked(people, looking_for({"Wartung"}));
    auto const width = [&](std::size_t candidate) {
        auto const& match = match_of(matches, candidate);
        BOOST_TEST(match.low <= match.score);
        BOOST_TEST(match.high >= match.score);
        return match.high - match.low;
    };
    BOOST_TEST(width(0) > width(1));
}

BOOST_AUTO_TEST_CASE(the_order_of_the_list_does_not_matter)
{
    auto const people = some_people();
    auto turned = people;
    std::reverse(turned.begin(), turned.end());
    auto const goals = looking_for({"Wartung", "Vertrieb"});
    auto const one = ranked(people, goals);
    auto const two = ranked(turned, goals);
    for (std::size_t i = 0; i < one.size(); ++i) {
        BOOST_TEST((one[i].person == two[i].person));
        BOOST_TEST(std::abs(one[i].score - two[i].score) < 1e-6);
    }
}

BOOST_AUTO_TEST_CASE(english_briefings_get_english_sentences)
{
    auto goals = looking_for({"maintenance"});
    goals.event.language = Language::english;
    auto const matches = ranked(list_of({Someone{"Ada"}.role("Head of Maintenance")}), goals);
    BOOST_REQUIRE(!matches[0].reasons.empty());
    BOOST_TEST(matches[0].reasons[0].sentence == "Role “Head of Maintenance” fits “Maintenance”");
}

BOOST_AUTO_TEST_CASE(nobody_and_nothing_are_no_trouble)
{
    BOOST_TEST(ranked({}, looking_for({"Wartung"})).empty());
    BOOST_TEST(ranked(list_of({Someone{""}}), looking_for({""})).size() == 1u);
    BOOST_TEST(ranked(list_of({Someone{std::string("\0\xFF", 2)}.role(std::string(1'000'000, 'x'))}), looking_for({"und der die"}))[0].score == 0);
}

BOOST_AUTO_TEST_CASE(a_stop_is_obeyed)
{
    auto source = std::stop_source{};
    source.request_stop();
    BOOST_CHECK_THROW(knowwho::rank(some_people(), looking_for({"Wartung"}), today, Watch{{}, source.get_token()}), Interrupted);
}

BOOST_AUTO_TEST_CASE(a_model_outside_gets_no_name_and_brings_up_whom_no_word_finds)
{
    auto const people = list_of({Someone{"Anna Quitte"}.role("Leiterin Technik").says("Über Tiefkühlkost.").talk("Käse"), Someone{"Bodo Birne"}.role("Tanz"),
        Someone{"Carla Kiwi"}.role("Theater"), Someone{"Dora Dattel"}.role("Pumpen")});
    auto const texts = plain_texts_of(people);
    BOOST_TEST(texts.size() == 5u);
    BOOST_TEST(texts[0].text == "Leiterin Technik\nKäse");
    BOOST_TEST((texts[1].person == people[0].attendance.person));
    auto vectors = TextVectors{std::vector<std::vector<float>>(5, {0, 1}), {{1, 0}}, 1};
    vectors.texts[3] = {1, 0};
    auto const score_of_carla = [&](TextVectors const& known) {
        auto const matches = knowwho::rank(people, looking_for({"Pumpen"}), today, Watch{}, {}, known);
        return std::find_if(matches.begin(), matches.end(), [](auto const& m) { return m.candidate == 2; })->score;
    };
    BOOST_TEST(score_of_carla(vectors) > score_of_carla({}));
}

BOOST_AUTO_TEST_CASE(a_long_text_is_cut_between_characters_for_a_model)
{
    auto umlauts = std::string{};
    for (int i = 0; i < 1500; ++i) {
        umlauts += "ä";
    }
    for (std::string const begin : {"", "x"}) {
        auto const cut = plain_texts_of(list_of({Someone{"Anna"}.role("a").says(begin + umlauts)})).front().text;
        BOOST_TEST(cut.size() <= 2000u);
        BOOST_TEST(is_utf8(cut));
    }
}

BOOST_AUTO_TEST_SUITE_END()
