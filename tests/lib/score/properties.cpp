// SPDX-License-Identifier: MIT
// What must hold for any list and any goals, over random ones.
#include "score/rank.hpp"

#include "people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <random>

BOOST_AUTO_TEST_SUITE(properties)

using namespace knowwho;
using namespace knowwho::test;

/// Draws people and goals from a small pool of words, so that much matches and much ties.
class Draw {
public:
    explicit Draw(unsigned seed) : m_random(seed) {}

    std::string words(std::size_t most)
    {
        static constexpr char const* pool[] = {"Leiter", "Instandhaltung", "Head", "of", "sales", "Pumpen", "Software", "die",
                                               "maintenance", "Maschinenbau", "KI", "research", "<b>", "\"", "2026", "Einkauf"};
        auto text = std::string{};
        for (auto count = m_random() % (most + 1); count > 0; --count) {
            text += std::string{pool[m_random() % std::size(pool)]} + " ";
        }
        return text;
    }

    std::vector<Candidate> people()
    {
        auto drawn = std::vector<Candidate>{};
        for (auto count = 1 + m_random() % 12; count > 0; --count) {
            auto someone = Someone{"N" + std::to_string(m_random() % 6)}.role(words(3)).at(words(2)).about(words(4));
            if (m_random() % 3 == 0) {
                someone.says(words(12), words(3));
            }
            if (m_random() % 4 == 0) {
                someone.talk(words(4), words(8));
            }
            drawn.push_back(someone);
        }
        return list_of(std::move(drawn));
    }

    Goals goals()
    {
        auto drawn = looking_for({words(6), words(4)});
        drawn.goals[0].weight = static_cast<double>(1 + m_random() % 3);
        if (m_random() % 3 == 0) {
            drawn.goals[1].avoid = {words(1)};
        }
        return drawn;
    }

private:
    std::mt19937 m_random;
};

constexpr unsigned rounds = 60;

/// The same people at the same places; those whose scores differ by no more than sums in another order may change.
void check_same_order(std::vector<Match> const& one, std::vector<Match> const& two)
{
    constexpr double of_sums = 1e-5;
    BOOST_REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        BOOST_TEST(std::abs(one[i].score - two[i].score) < of_sums);
        bool const tied = (i > 0 && std::abs(one[i - 1].score - one[i].score) < of_sums)
            || (i + 1 < one.size() && std::abs(one[i + 1].score - one[i].score) < of_sums);
        BOOST_TEST((tied || one[i].person == two[i].person));
    }
}

BOOST_AUTO_TEST_CASE(shares_sum_to_scores_and_every_reason_has_a_source)
{
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto draw = Draw{seed};
        auto const people = draw.people();
        auto const goals = draw.goals();
        for (auto const& match : ranked(people, goals)) {
            auto sums = std::vector<double>(goals.goals.size(), 0);
            double beside = 0;
            for (auto const& reason : match.reasons) {
                BOOST_TEST(!reason.sources.empty());
                (stands_beside_goals(reason.signal) ? beside : sums[reason.goal]) += reason.share;
            }
            double weighted = 0;
            double weights = 0;
            for (std::size_t goal = 0; goal < sums.size(); ++goal) {
                weighted += goals.goals[goal].weight * match.goals[goal].score;
                weights += goals.goals[goal].weight;
            }
            BOOST_TEST(std::abs(weighted / weights + beside - match.score) < 1e-9);
            BOOST_TEST((0 <= match.low && match.low <= match.high && 0 <= match.score && match.score <= 1));
            for (std::size_t goal = 0; goal < sums.size(); ++goal) {
                auto const& scored = match.goals[goal];
                BOOST_TEST(std::abs(sums[goal] - scored.score) < 1e-9);
                BOOST_TEST((0 <= scored.low && scored.low <= scored.score && scored.score <= scored.high && scored.high <= 1));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_order_of_the_lines_changes_nothing)
{
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto draw = Draw{seed};
        auto people = draw.people();
        auto const goals = draw.goals();
        auto const one = ranked(people, goals);
        std::reverse(people.begin(), people.end());
        check_same_order(one, ranked(people, goals));
        std::shuffle(people.begin(), people.end(), std::mt19937{seed});
        check_same_order(one, ranked(people, goals));
    }
}

BOOST_AUTO_TEST_CASE(equals_stand_in_the_order_of_name_and_id_whatever_the_order_of_the_lines)
{
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto draw = Draw{seed};
        auto people = draw.people();
        auto const first = people.front();
        for (int i = 0; i < 3; ++i) {
            people.push_back(first);
        }
        people = list_of(std::move(people));
        auto const goals = draw.goals();
        std::shuffle(people.begin(), people.end(), std::mt19937{seed});
        auto ids = std::vector<PersonId>{};
        for (auto const& match : ranked(people, goals)) {
            auto const& row = people[match.candidate].attendance.row;
            if (row.name.written == first.attendance.row.name.written && row.role == first.attendance.row.role && row.about == first.attendance.row.about
                && row.organisation == first.attendance.row.organisation && people[match.candidate].evidence.size() == first.evidence.size()
                && row.talks.size() == first.attendance.row.talks.size()) {
                ids.push_back(match.person);
            }
        }
        BOOST_TEST(ids.size() >= 4u);
        BOOST_TEST(std::is_sorted(ids.begin(), ids.end()), "round " << seed);
    }
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_matches)
{
    auto draw = Draw{5};
    auto const people = draw.people();
    auto const goals = draw.goals();
    auto const one = ranked(people, goals);
    auto const two = ranked(people, goals);
    for (std::size_t i = 0; i < one.size(); ++i) {
        BOOST_TEST((one[i].person == two[i].person && one[i].score == two[i].score));
    }
}

BOOST_AUTO_TEST_CASE(asking_for_an_organisation_never_lowers_its_people)
{
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto draw = Draw{seed};
        auto people = draw.people();
        people[0].attendance.row.organisation = "Haus Quitte";
        auto goals = draw.goals();
        auto const place = [&] {
            auto const matches = ranked(people, goals);
            return std::find_if(matches.begin(), matches.end(), [](auto const& m) { return m.candidate == 0; }) - matches.begin();
        };
        auto const before = place();
        goals.goals[0].organisations = {"Haus Quitte"};
        BOOST_TEST(place() <= before);
    }
}

/// The place of the first person.
std::ptrdiff_t place_of_first(std::vector<Candidate> const& people, Goals const& goals)
{
    auto const matches = ranked(people, goals);
    return std::find_if(matches.begin(), matches.end(), [](auto const& m) { return m.candidate == 0; }) - matches.begin();
}

constexpr unsigned rounds_each = 12;

/// Changes a random list and goals by `strengthen` so that a signal of the first person, and of nobody else, grows.
template <typename Prepare, typename Strengthen>
void check_never_lowers(char const* signal, Prepare prepare, Strengthen strengthen)
{
    for (unsigned seed = 0; seed < rounds_each; ++seed) {
        auto draw = Draw{seed};
        auto people = draw.people();
        auto goals = draw.goals();
        prepare(people, goals);
        auto const before = place_of_first(people, goals);
        strengthen(people, goals);
        BOOST_TEST(place_of_first(people, goals) <= before, signal << ", round " << seed);
    }
}

RosterRow& row_of(std::vector<Candidate>& people)
{
    return people[0].attendance.row;
}

void nothing(std::vector<Candidate>&, Goals&) {}

BOOST_AUTO_TEST_CASE(a_stronger_signal_beside_the_goals_never_lowers_a_place)
{
    auto const names_quince = [](auto& people, auto&) { row_of(people).about += " Quitte"; };
    check_never_lowers("common ground", names_quince, [](auto&, auto& goals) { goals.me.common_ground = {"Quitte"}; });
    check_never_lowers("offer", names_quince, [](auto&, auto& goals) { goals.me.offers = {"Quitte"}; });
    auto const speaks_alone = [](auto& people, auto& goals) {
        for (auto& one : people) {
            one.attendance.row.talks.clear();
        }
        row_of(people).talks.push_back({"die", "", "Saal 3", "2026-11-26 14:00", ""});
        goals.value.reachable = 0;
    };
    check_never_lowers("reachable", speaks_alone, [](auto&, auto& goals) { goals.value.reachable = 0.3; });
    auto const asleep = Familiarity{true, EncounterId{7}, PartialDate{2026, 5, 3}, "met"};
    auto awake = asleep;
    awake.asleep = false;
    check_never_lowers("asleep", nothing, [&](auto& people, auto&) { people[0].familiarity = asleep; });
    check_never_lowers("known", [&](auto& people, auto&) { people[0].familiarity = awake; }, [](auto& people, auto&) { people[0].familiarity.reset(); });
}

BOOST_AUTO_TEST_CASE(being_from_where_is_asked_for_never_lowers_a_place)
{
    check_never_lowers("place", [](auto& people, auto&) { row_of(people).place = "Quittenburg"; },
        [](auto&, auto& goals) { goals.goals[0].places = {"Quittenburg"}; });
}

/// Of somebody about whom nothing else is known. Who meets the goal already in other words may lose a little by saying it
/// again: a longer text counts for less.
BOOST_AUTO_TEST_CASE(saying_what_a_goal_asks_for_never_lowers_a_place)
{
    auto const unknown = [](auto& people, auto& goals) {
        goals.goals.pop_back(); // another goal may lose what this one gains
        auto const name = row_of(people).name;
        row_of(people) = RosterRow{};
        row_of(people).name = name;
        people[0].evidence.clear();
    };
    check_never_lowers("role", unknown, [](auto& people, auto& goals) { row_of(people).role = goals.goals[0].want; });
    check_never_lowers("field", unknown, [](auto& people, auto& goals) { row_of(people).about = goals.goals[0].want; });
    check_never_lowers("organisation", unknown, [](auto& people, auto& goals) { row_of(people).organisation = goals.goals[0].want; });
    check_never_lowers("talk", unknown, [](auto& people, auto& goals) { row_of(people).talks = {{goals.goals[0].want, "", "", "", ""}}; });
    check_never_lowers("evidence", unknown, [](auto& people, auto& goals) {
        people[0].evidence = static_cast<Candidate>(Someone{""}.says(goals.goals[0].want)).evidence;
    });
}

BOOST_AUTO_TEST_SUITE_END()
