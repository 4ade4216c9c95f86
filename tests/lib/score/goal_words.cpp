// SPDX-License-Identifier: MIT
#include "score/goal_words.hpp"

#include "lib/score/people.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(goal_words)
namespace {

Goals wanting(std::string want, std::vector<std::string> must = {})
{
    auto goals = Goals{};
    auto goal = Goal{};
    goal.want = std::move(want);
    goal.must = std::move(must);
    goals.goals.push_back(std::move(goal));
    return goals;
}

std::vector<Candidate> const roster = {
    test::Someone{"Maren Uhlig"}.role("Leiterin Instandhaltung").at("Hallwang Maschinenbau GmbH"),
};

} // namespace

BOOST_AUTO_TEST_CASE(words_that_nobody_has_are_named_as_they_were_written)
{
    auto const unmet = words_not_on_roster(wanting("Leiter Instandhaltung in der Brauerei", {"Hopfen"}), roster);
    BOOST_REQUIRE(unmet.size() == 1);
    BOOST_TEST((unmet.front().words == std::vector<std::string>{"Brauerei", "Hopfen"}));
}

BOOST_AUTO_TEST_CASE(another_form_of_a_word_counts_as_found)
{
    BOOST_TEST(words_not_on_roster(wanting("Leiter der Instandhaltung im Maschinenbau"), roster).empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_known_of_somebody_would_lift_them)
{
    auto const known = test::Someone{"Maren Uhlig"}.role("Leiterin Instandhaltung").says("Wir sparen mit condition monitoring.");
    auto const lift = words_that_would_lift(wanting("Leiter Instandhaltung mit Erfahrung in Zustandsüberwachung und Brauereien"), known);
    BOOST_REQUIRE(lift.size() == 1);
    BOOST_TEST((lift.front().words == std::vector<std::string>{"Brauereien"}));
    BOOST_TEST(words_that_would_lift(wanting("Leiter Instandhaltung"), known).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
