// SPDX-License-Identifier: MIT
// What stands beside the goals: it adds to a relevance, or takes from it, by weights.
#include "score/value.hpp"

#include "people.hpp"
#include "score/settle.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(value)

using namespace knowwho;
using namespace knowwho::test;

std::vector<Candidate> three_of_the_same()
{
    return list_of({Someone{"Ada Amsel"}.role("Leiterin Instandhaltung"), Someone{"Bert Buche"}.role("Leiterin Instandhaltung"),
        Someone{"Cleo Cordes"}.role("Leiterin Instandhaltung"), Someone{"Dora Damm"}.role("Tanz")});
}

Match const& match_of(std::vector<Match> const& matches, std::size_t candidate)
{
    return *std::find_if(matches.begin(), matches.end(), [&](auto const& m) { return m.candidate == candidate; });
}

Reason const* reason_of(Match const& match, SignalKind signal)
{
    auto const found = std::find_if(match.reasons.begin(), match.reasons.end(), [&](auto const& r) { return r.signal == signal; });
    return found == match.reasons.end() ? nullptr : &*found;
}

BOOST_AUTO_TEST_CASE(a_sleeping_contact_comes_before_a_stranger_and_one_kept_up_behind)
{
    auto people = three_of_the_same();
    people[0].familiarity = Familiarity{false, EncounterId{7}, PartialDate{2026, 5, 3}, "met"};
    people[2].familiarity = Familiarity{true, {}, {}, "adressen.vcf"};
    auto const goals = looking_for({"Instandhaltung"});
    auto const matches = ranked(people, goals);
    BOOST_TEST(matches[0].candidate == 2u);
    BOOST_TEST(matches[1].candidate == 1u);
    BOOST_TEST(matches[2].candidate == 0u);
    auto const* const known = reason_of(match_of(matches, 0), SignalKind::known);
    BOOST_REQUIRE(known != nullptr);
    BOOST_TEST(known->sentence == "Schon bekannt, zuletzt gesprochen am 2026-05-03");
    BOOST_TEST((known->sources.front() == Source{EncounterId{7}}));
    BOOST_TEST(known->share < 0);
    auto const* const asleep = reason_of(match_of(matches, 2), SignalKind::asleep);
    BOOST_REQUIRE(asleep != nullptr);
    BOOST_TEST(asleep->sentence == "Schlafender Kontakt, steht in „adressen.vcf“");
    BOOST_TEST((asleep->sources.front() == Source{RosterSource{"adressen.vcf", 0}}));
    BOOST_TEST(asleep->share > 0);
}

BOOST_AUTO_TEST_CASE(of_weight_nothing_it_changes_nothing)
{
    auto people = three_of_the_same();
    auto goals = looking_for({"Instandhaltung"});
    goals.value.novelty = 0;
    auto const strangers = ranked(people, goals);
    people[0].familiarity = Familiarity{false, EncounterId{7}, PartialDate{2026, 5, 3}, "met"};
    auto const known = ranked(people, goals);
    BOOST_TEST(match_of(strangers, 0).score == match_of(known, 0).score);
}

BOOST_AUTO_TEST_CASE(a_moved_weight_moves_sums_only_and_no_score_leaves_0_to_1)
{
    auto people = three_of_the_same();
    people[0].familiarity = Familiarity{false, EncounterId{7}, PartialDate{2026, 5, 3}, "met"};
    people[1].familiarity = Familiarity{true, EncounterId{8}, PartialDate{2020, 5, 3}, "met"};
    auto goals = looking_for({"Instandhaltung"});
    auto moved = ranked(people, goals);
    for (double const weight : {0.0, 0.4, 1.0}) {
        goals.value.novelty = weight;
        knowwho::settle(moved, people, goals);
        auto const anew = ranked(people, goals);
        for (std::size_t i = 0; i < moved.size(); ++i) {
            BOOST_TEST((moved[i].person == anew[i].person && moved[i].score == anew[i].score));
            BOOST_TEST((0 <= moved[i].low && moved[i].low <= moved[i].high && moved[i].high <= 1 && 0 <= moved[i].score && moved[i].score <= 1));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
