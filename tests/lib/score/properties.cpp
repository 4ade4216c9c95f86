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

BOOST_AUTO_TEST_CASE(shares_sum_to_scores_and_every_reason_has_a_source)
{
    for (unsigned seed = 0; seed < rounds; ++seed) {
        auto draw = Draw{seed};
        auto const people = draw.people();
        auto const goals = draw.goals();
        for (auto const& match : ranked(people, goals)) {
            auto sums = std::vector<double>(goals.goals.size(), 0);
            for (auto const& reason : match.reasons) {
                BOOST_TEST(!reason.sources.empty());
                if (reason.signal < SignalKind::common_ground) {
                    sums[reason.goal] += reason.share;
                }
            }
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
        auto const two = ranked(people, goals);
        for (std::size_t i = 0; i < one.size(); ++i) {
            BOOST_TEST(std::abs(one[i].score - two[i].score) < 1e-5);
        }
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

BOOST_AUTO_TEST_SUITE_END()
