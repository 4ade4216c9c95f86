// SPDX-License-Identifier: MIT
// Weights and marks moved without scoring anew: the same as if they had been there from the start.
#include "score/settle.hpp"

#include "people.hpp"
#include "score/shortlist.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(settle)

using namespace knowwho;
using namespace knowwho::test;

std::vector<Candidate> a_dozen()
{
    return list_of({
        Someone{"Ada Amsel"}.role("Leiterin Instandhaltung").at("Pumpenwerk Halle GmbH").in("Halle"),
        Someone{"Bert Buche"}.role("Leiter Instandhaltung").at("Walzwerk Brache AG").talk("Wartung von Pumpen"),
        Someone{"Cleo Cordes"}.role("Steuerberaterin").at("Kanzlei Cordes").about("Finanzierung junger Firmen, Rudern"),
        Someone{"Dora Damm"}.role("Unternehmensberaterin").at("Damm Consulting").about("Wartung von Anlagen, Rudern"),
        Someone{"Emil Esch"}.at("Stadtwerke Ohlau").says("The new maintenance plan saves a third of the cost.", "Plant news"),
        Someone{"Fritz Fell"}.role("Leiter Instandhaltung").at("Pumpenwerk Halle GmbH"),
        Someone{"Gesa Grell"}.role("Beteiligungsmanagerin").at("Grell Kapital").about("Finanzierung").talk("Finanzierung ohne Bank"),
        Someone{"Hans Hold"},
        Someone{"Ines Ilg"}.role("Leiterin Finanzierung").at("Ilg Bank").status(AttendanceStatus::cancelled),
        Someone{"Jan Jost"}.role("Leiter Instandhaltung").at("Jost Technik").gone(),
        Someone{"Kim Kaul"}.role("Instandhalterin").at("Kaul Wartung").in("Halle"),
        Someone{"Lea Lohr"}.role("Wartungsplanerin").at("Lohr Anlagenbau").about("Rudern"),
    });
}

Goals two_goals()
{
    auto goals = looking_for({"Leiter Instandhaltung, die Anlagen warten", "Finanzierung"});
    goals.goals[0].avoid = {"Unternehmensberaterin"};
    goals.me.common_ground = {"Rudern"};
    goals.me.offers = {"Wartung von Pumpen"};
    return goals;
}

bool are_same(Match const& one, Match const& two)
{
    auto const same_reason = [](Reason const& a, Reason const& b) {
        return a.signal == b.signal && a.goal == b.goal && a.share == b.share && a.sentence == b.sentence;
    };
    return one.person == two.person && one.candidate == two.candidate && one.score == two.score && one.low == two.low && one.high == two.high
        && one.excluded == two.excluded && one.said == two.said && std::ranges::equal(one.reasons, two.reasons, same_reason);
}

void check_same(std::vector<Match> const& one, std::vector<Match> const& two)
{
    BOOST_REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        BOOST_TEST(are_same(one[i], two[i]), "place " << i + 1);
    }
}

BOOST_AUTO_TEST_CASE(moved_weights_give_what_ranking_with_them_gives)
{
    auto const people = a_dozen();
    auto goals = two_goals();
    auto moved = ranked(people, goals);
    for (auto const& [first, second, ground] : {std::tuple{9.0, 0.1, 0.0}, {0.1, 10.0, 0.5}, {1.0, 1.0, 0.15}}) {
        goals.goals[0].weight = first;
        goals.goals[1].weight = second;
        goals.value.common_ground = ground;
        knowwho::settle(moved, people, goals);
        check_same(moved, ranked(people, goals));
    }
}

BOOST_AUTO_TEST_CASE(marks_set_and_taken_away_leave_what_was_there)
{
    auto people = a_dozen();
    auto const goals = two_goals();
    auto const before = ranked(people, goals);
    auto moved = before;
    people[0].mark = Mark::vetoed;
    people[3].mark = Mark::pinned;
    people[8].mark = Mark::pinned;
    knowwho::settle(moved, people, goals);
    check_same(moved, ranked(people, goals));
    for (auto& one : people) {
        one.mark = Mark::none;
    }
    knowwho::settle(moved, people, goals);
    check_same(moved, before);
}

BOOST_AUTO_TEST_CASE(a_veto_excludes_and_says_whose_word_it_is)
{
    auto people = a_dozen();
    people[0].mark = Mark::vetoed;
    auto const matches = ranked(people, two_goals());
    auto const found = std::ranges::find(matches, std::size_t{0}, &Match::candidate);
    BOOST_TEST(found->excluded == "Von Ihnen ausgeschlossen");
    auto const chosen = choose(matches, people, two_goals()).targets;
    BOOST_TEST(std::ranges::none_of(chosen, [&](auto target) { return matches[target].candidate == 0; }));
}

BOOST_AUTO_TEST_CASE(a_pin_lifts_what_the_goals_rule_out_but_brings_nobody_who_is_absent)
{
    auto people = a_dozen();
    people[3].mark = people[8].mark = people[9].mark = Mark::pinned;
    auto const matches = ranked(people, two_goals());
    auto const of = [&](std::size_t candidate) { return *std::ranges::find(matches, candidate, &Match::candidate); };
    BOOST_TEST(of(3).excluded.empty());
    BOOST_TEST(of(3).said == "Von Ihnen gesetzt");
    BOOST_TEST(of(8).excluded == "Hat abgesagt");
    BOOST_TEST(of(9).excluded == "Steht nicht mehr auf der neuesten Liste");
}

BOOST_AUTO_TEST_CASE(who_is_pinned_is_chosen_whatever_their_house_and_their_use)
{
    auto people = a_dozen();
    people[0].mark = people[5].mark = people[7].mark = Mark::pinned;
    auto const matches = ranked(people, two_goals());
    auto const list = choose(matches, people, two_goals());
    for (auto const candidate : {0u, 5u, 7u}) {
        BOOST_TEST(std::ranges::any_of(list.targets, [&](auto target) { return matches[target].candidate == candidate; }), "candidate " << candidate);
    }
    BOOST_TEST(list.targets.size() <= 5u);
}

BOOST_AUTO_TEST_CASE(pinned_people_without_a_seat_are_the_first_reserves)
{
    auto people = a_dozen();
    for (auto const candidate : {0u, 1u, 3u, 5u, 7u, 10u, 11u}) {
        people[candidate].mark = Mark::pinned;
    }
    auto const matches = ranked(people, two_goals());
    auto const list = choose(matches, people, two_goals());
    BOOST_REQUIRE(list.targets.size() == 5u);
    BOOST_REQUIRE(list.reserves.size() >= 2u);
    for (auto const index : {list.reserves[0], list.reserves[1]}) {
        BOOST_TEST((matches[index].mark == Mark::pinned));
    }
}

BOOST_AUTO_TEST_SUITE_END()
