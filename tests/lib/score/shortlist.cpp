// SPDX-License-Identifier: MIT
// The set that is chosen together.
#include "score/shortlist.hpp"

#include "people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

BOOST_AUTO_TEST_SUITE(shortlist)

using namespace knowwho;
using namespace knowwho::test;

/// People with given scores for the goals, all of different houses unless told.
struct Case {
    std::vector<Candidate> people;
    std::vector<Match> matches;
    Goals goals;

    explicit Case(std::vector<std::vector<double>> const& scores)
    {
        goals = looking_for(std::vector<std::string>(scores.front().size(), "x"));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            people.push_back(Someone{"P" + std::to_string(i)}.at("Haus " + std::to_string(i)));
            auto match = Match{};
            match.candidate = i;
            for (auto const score : scores[i]) {
                match.goals.push_back({score, score, score});
            }
            matches.push_back(std::move(match));
        }
    }

    Shortlist choose(std::size_t most = 5) const { return knowwho::choose(matches, people, goals, most); }
};

BOOST_AUTO_TEST_CASE(every_goal_gets_somebody_before_one_goal_gets_all)
{
    auto const list = Case{{{0.9, 0}, {0.9, 0}, {0.9, 0}, {0.9, 0}, {0.9, 0}, {0.9, 0}, {0, 0.5}}}.choose(3);
    BOOST_TEST(std::count(list.targets.begin(), list.targets.end(), 6u) == 1);
    BOOST_TEST(list.targets.size() == 3u);
}

BOOST_AUTO_TEST_CASE(one_house_sends_one_person_unless_it_was_asked_for)
{
    auto one = Case{{{0.9}, {0.8}, {0.3}, {0.2}}};
    one.people[1].attendance.row.organisation = "HAUS 0 GmbH";
    auto const list = one.choose(3);
    BOOST_TEST(std::count(list.targets.begin(), list.targets.end(), 1u) == 0);
    one.goals.goals[0].organisations = {"Haus 0"};
    auto const asked = one.choose(3);
    BOOST_TEST(std::count(asked.targets.begin(), asked.targets.end(), 1u) == 1);
}

BOOST_AUTO_TEST_CASE(a_house_that_was_asked_for_sends_two_at_most)
{
    auto one = Case{{{0.9}, {0.8}, {0.7}, {0.3}}};
    one.people[1].attendance.row.organisation = "HAUS 0 GmbH";
    one.people[2].attendance.row.organisation = "Haus 0 AG";
    one.goals.goals[0].organisations = {"Haus 0"};
    auto const list = one.choose(3);
    BOOST_TEST((list.targets == std::vector<std::size_t>{0, 1, 3}));
}

BOOST_AUTO_TEST_CASE(a_fourth_and_fifth_must_add_something)
{
    BOOST_TEST((Case{{{0.9}, {0.9}, {0.9}, {0.06}, {0.06}}}.choose().targets.size()) == 3u);
    BOOST_TEST((Case{{{0.3}, {0.3}, {0.3}, {0.3}, {0.3}, {0.3}}}.choose().targets.size()) == 5u);
}

BOOST_AUTO_TEST_CASE(the_excluded_and_the_useless_are_never_chosen)
{
    auto one = Case{{{0.9}, {0.5}, {0.01}}};
    one.matches[0].excluded = "Hat abgesagt";
    auto const list = one.choose();
    BOOST_TEST(list.targets == std::vector<std::size_t>{1}, boost::test_tools::per_element());
    BOOST_TEST(list.reserves.empty());
    BOOST_TEST(list.three_come == 1 - one.goals.event.no_show, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(reserves_come_behind_in_the_order_of_their_use)
{
    auto const list = Case{{{0.9}, {0.8}, {0.7}, {0.1}, {0.2}}}.choose(3);
    BOOST_TEST(list.reserves == (std::vector<std::size_t>{4, 3}), boost::test_tools::per_element());
    BOOST_TEST(list.coverage.size() == 1u);
    BOOST_TEST(list.coverage[0] > 0.8);
}

BOOST_AUTO_TEST_CASE(nobody_gives_an_empty_list)
{
    auto const list = choose({}, {}, looking_for({"x"}));
    BOOST_TEST(list.targets.empty());
    BOOST_TEST(list.three_come == 0);
}

/// The best value of any three people, by trying all.
double best_of_all(Case const& one)
{
    double best = 0;
    auto const n = one.people.size();
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            for (std::size_t c = b + 1; c < n; ++c) {
                auto const set = std::vector{a, b, c};
                best = std::max(best, expected_coverage(set, one.matches, one.people, one.goals));
            }
        }
    }
    return best;
}

BOOST_AUTO_TEST_CASE(the_choice_is_within_a_percent_of_the_best_possible)
{
    auto random = std::mt19937{7};
    auto unit = std::uniform_real_distribution<double>{0, 1};
    for (int round = 0; round < 200; ++round) {
        auto scores = std::vector<std::vector<double>>(8 + static_cast<std::size_t>(round % 5), std::vector<double>(3));
        for (auto& row : scores) {
            for (auto& score : row) {
                score = unit(random) < 0.5 ? 0 : unit(random);
            }
            row[0] = std::max(row[0], 0.06); // everybody may be chosen
        }
        auto one = Case{scores};
        one.goals.goals[1].weight = 1 + 4 * unit(random);
        auto const list = one.choose(3);
        auto const value = expected_coverage(list.targets, one.matches, one.people, one.goals);
        BOOST_TEST(value >= 0.99 * best_of_all(one));
    }
}

/// The best value of any set of `size` people of whom no two are of one house, by trying all.
double best_of_houses(Case const& one, std::size_t size, std::vector<std::size_t> set = {}, std::size_t next = 0)
{
    if (set.size() == size) {
        return expected_coverage(set, one.matches, one.people, one.goals);
    }
    double best = 0;
    for (auto person = next; person < one.people.size(); ++person) {
        auto const same_house = [&](std::size_t other) { return one.people[other].attendance.row.organisation == one.people[person].attendance.row.organisation; };
        if (std::none_of(set.begin(), set.end(), same_house)) {
            auto with = set;
            with.push_back(person);
            best = std::max(best, best_of_houses(one, size, std::move(with), person + 1));
        }
    }
    return best;
}

BOOST_AUTO_TEST_CASE(so_it_is_with_houses_absences_and_sets_of_any_size)
{
    auto random = std::mt19937{11};
    auto unit = std::uniform_real_distribution<double>{0, 1};
    double worst = 1;
    for (int round = 0; round < 200; ++round) {
        auto scores = std::vector<std::vector<double>>(9 + static_cast<std::size_t>(round % 4), std::vector<double>(4));
        for (auto& row : scores) {
            for (auto& score : row) {
                score = unit(random) < 0.5 ? 0 : unit(random);
            }
            row[0] = std::max(row[0], 0.06);
        }
        auto one = Case{scores};
        one.goals.event.no_show = unit(random) * 0.6;
        for (auto& person : one.people) {
            auto& row = person.attendance.row;
            row.organisation = "Haus " + std::to_string(random() % 7);
            row.status = random() % 4 == 0 ? AttendanceStatus::waiting : AttendanceStatus::coming;
            row.talks.resize(random() % 4 == 0 ? 1 : 0);
        }
        for (auto& goal : one.goals.goals) {
            goal.weight = 1 + 4 * unit(random);
        }
        auto const list = one.choose();
        auto const value = expected_coverage(list.targets, one.matches, one.people, one.goals);
        worst = std::min(worst, value / best_of_houses(one, list.targets.size()));
        BOOST_TEST((list.targets.size() >= 3 && list.targets.size() <= 5));
    }
    BOOST_TEST(worst >= 0.99);
    BOOST_TEST_MESSAGE("the worst of 200 choices is worth " << worst << " of the best possible");
}

BOOST_AUTO_TEST_SUITE_END()
