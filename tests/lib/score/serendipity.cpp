// SPDX-License-Identifier: MIT
// The seat for a person nobody planned.
#include "score/serendipity.hpp"

#include "people.hpp"
#include "score/shortlist.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

BOOST_AUTO_TEST_SUITE(serendipity)

using namespace knowwho;
using namespace knowwho::test;

/// Six for the goal, and some whom it does not ask for.
std::vector<Candidate> a_list()
{
    auto people = std::vector<Candidate>{};
    for (int i = 0; i < 8; ++i) {
        people.push_back(Someone{"Leiterin " + std::to_string(i)}.role("Leiterin Instandhaltung").at("Werk " + std::to_string(i)));
    }
    people.push_back(Someone{"Xaver Xylo"}.role("Choreograf").at("Ballett am Ring").about("Rudern").says("Tanz ist Arbeit an der Schwerkraft."));
    people.push_back(Someone{"Yvonne Yps"}.role("Choreografin").at("Ballett am Platz").about("Rudern"));
    people.push_back(Someone{"Zoe Zander"}.role("Imkerin").at("Honighof").says("Bienen sammeln Pollen."));
    return list_of(std::move(people));
}

Goals goals_with_a_seat_for_nobody()
{
    auto goals = looking_for({"Leiterin Instandhaltung"});
    goals.event.serendipity = true;
    goals.me.common_ground = {"Rudern"};
    return goals;
}

std::string name_at(std::vector<Candidate> const& people, std::vector<Match> const& matches, std::size_t index)
{
    return people[matches[index].candidate].attendance.row.name.written;
}

BOOST_AUTO_TEST_CASE(the_last_seat_goes_to_whom_no_goal_asks_for_and_says_so)
{
    auto const people = a_list();
    auto const goals = goals_with_a_seat_for_nobody();
    auto const matches = ranked(people, goals);
    auto const list = choose(matches, people, goals);
    BOOST_REQUIRE(list.unplanned.has_value());
    BOOST_TEST(list.targets.size() >= 4u);
    BOOST_TEST(list.targets.size() <= 5u);
    BOOST_TEST(list.targets.back() == list.unplanned->match);
    BOOST_TEST(name_at(people, matches, list.unplanned->match) == "Xaver Xylo"); // Yvonne has nothing to begin with
    BOOST_TEST(list.unplanned->why.sentence == "Nicht gesucht: Gemeinsam: „Rudern“");
    BOOST_TEST(!list.unplanned->why.sources.empty());
    BOOST_TEST(std::count(list.reserves.begin(), list.reserves.end(), list.unplanned->match) == 0);
    BOOST_TEST(list.coverage.size() == 1u);
}

BOOST_AUTO_TEST_CASE(it_is_off_unless_asked_for)
{
    auto const people = a_list();
    auto goals = goals_with_a_seat_for_nobody();
    goals.event.serendipity = false;
    auto const matches = ranked(people, goals);
    auto const list = choose(matches, people, goals);
    BOOST_TEST(!list.unplanned.has_value());
    for (auto const target : list.targets) {
        BOOST_TEST(name_at(people, matches, target).starts_with("Leiterin"));
    }
}

BOOST_AUTO_TEST_CASE(without_common_ground_it_is_the_rarest_role)
{
    auto const people = a_list();
    auto goals = goals_with_a_seat_for_nobody();
    goals.me.common_ground = {};
    auto const matches = ranked(people, goals);
    auto const list = choose(matches, people, goals);
    BOOST_REQUIRE(list.unplanned.has_value());
    auto const name = name_at(people, matches, list.unplanned->match);
    BOOST_TEST((name == "Zoe Zander" || name == "Xaver Xylo"));
    BOOST_TEST(list.unplanned->why.sentence.starts_with("Nicht gesucht: Funktion „"));
    BOOST_TEST((list.unplanned->why.sources.front() == Source{RosterSource{"liste.csv", people[matches[list.unplanned->match].candidate].attendance.row.line}}));
}

BOOST_AUTO_TEST_CASE(nobody_of_a_chosen_house_excluded_marked_or_without_evidence_is_seated_so)
{
    auto people = a_list();
    people[0].mark = Mark::pinned;
    people[8].attendance.row.organisation = "Werk 0 GmbH";
    people[10].mark = Mark::vetoed;
    auto const goals = goals_with_a_seat_for_nobody();
    BOOST_TEST(!choose(ranked(people, goals), people, goals).unplanned.has_value());
    people[8].attendance.row.organisation = "Ballett am Ring";
    BOOST_TEST(choose(ranked(people, goals), people, goals).unplanned.has_value());
}

BOOST_AUTO_TEST_CASE(pins_hold_their_seats)
{
    auto people = a_list();
    for (std::size_t i = 0; i < 5; ++i) {
        people[i].mark = Mark::pinned;
    }
    auto const goals = goals_with_a_seat_for_nobody();
    auto const list = choose(ranked(people, goals), people, goals);
    BOOST_TEST(!list.unplanned.has_value());
    BOOST_TEST(list.targets.size() == 5u);
}

BOOST_AUTO_TEST_CASE(the_order_of_the_list_makes_no_difference)
{
    auto people = a_list();
    auto const goals = goals_with_a_seat_for_nobody();
    auto random = std::mt19937{11};
    for (int round = 0; round < 10; ++round) {
        std::shuffle(people.begin(), people.end(), random);
        auto const matches = ranked(people, goals);
        auto const list = choose(matches, people, goals);
        BOOST_REQUIRE(list.unplanned.has_value());
        BOOST_TEST(name_at(people, matches, list.unplanned->match) == "Xaver Xylo");
    }
}

BOOST_AUTO_TEST_SUITE_END()
