// SPDX-License-Identifier: MIT
// Goals that fit everybody or nobody.
#include "score/goal_reach.hpp"

#include "people.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(goal_reach)

using namespace knowwho;
using namespace knowwho::test;

std::vector<Candidate> twelve_engineers()
{
    auto people = std::vector<Candidate>{Someone{"Maler"}.role("Malermeister")};
    for (char letter = 'A'; letter < 'L'; ++letter) {
        people.push_back(Someone{std::string{letter}}.role("Ingenieurin für Pumpen"));
    }
    return list_of(people);
}

BOOST_AUTO_TEST_CASE(a_goal_that_asks_for_what_nobody_does_fits_nobody)
{
    auto const people = twelve_engineers();
    auto const reach = reach_of_goals(looking_for({"Zahnärzte für Kinder", "Malermeister"}), people, today);
    BOOST_TEST(reach[0].nobody());
    BOOST_TEST(!reach[1].nobody());
    BOOST_TEST(reach[1].fits == 1u);
    BOOST_TEST(!reach[1].everybody());
}

BOOST_AUTO_TEST_CASE(a_goal_that_asks_for_what_nearly_all_do_fits_everybody)
{
    auto const people = twelve_engineers();
    auto const reach = reach_of_goals(looking_for({"Ingenieurin für Pumpen"}), people, today);
    BOOST_TEST(reach[0].everybody());
    BOOST_TEST(reach[0].people == 12u);
}

BOOST_AUTO_TEST_CASE(of_a_few_people_all_may_fit)
{
    auto const people = list_of({Someone{"A"}.role("Ingenieurin für Pumpen"), Someone{"B"}.role("Ingenieurin für Pumpen")});
    BOOST_TEST(!reach_of_goals(looking_for({"Ingenieurin für Pumpen"}), people, today)[0].everybody());
}

BOOST_AUTO_TEST_SUITE_END()
