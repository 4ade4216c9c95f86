// SPDX-License-Identifier: MIT
#include "identity/profile_link.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(profile_link)

namespace {

LinkSubject attendee()
{
    auto subject = LinkSubject{};
    subject.name = "Thomas Müller";
    subject.affiliation = "Holmwerk Pumpen GmbH";
    subject.email_domain = "holmwerk-pumpen.de";
    subject.place = "Holmstadt";
    subject.year = 2026;
    return subject;
}

LinkProfile profile(char const* name, char const* affiliation, char const* place)
{
    auto made = LinkProfile{};
    made.names = {{name, 1}};
    made.affiliations = {{affiliation, 1}};
    made.places = {place};
    made.first_year = 2022;
    made.last_year = 2025;
    made.works = 1;
    return made;
}

std::vector<double> link_all(std::vector<LinkProfile> const& profiles)
{
    auto corpus = LinkCorpus{};
    corpus.add(attendee());
    for (auto const& one : profiles) {
        corpus.add(one);
    }
    return link_profiles(attendee(), profiles, corpus);
}

} // namespace

BOOST_AUTO_TEST_CASE(the_profile_of_the_same_house_wins_and_the_sum_leaves_room_for_nobody)
{
    auto const probabilities = link_all({profile("Thomas Müller", "Talbach Logistik AG", "Talheim"), profile("Thomas Müller", "Holmwerk Pumpen", "Holmstadt")});
    BOOST_TEST(probabilities[1] > 0.8);
    BOOST_TEST(probabilities[0] < 0.1);
    BOOST_TEST(probabilities[0] + probabilities[1] < 1);
}

BOOST_AUTO_TEST_CASE(a_common_name_alone_is_no_link)
{
    BOOST_TEST(link_all({profile("Thomas Müller", "Talbach Logistik AG", "Talheim")})[0] < 0.5);
}

BOOST_AUTO_TEST_CASE(another_name_is_another_person)
{
    BOOST_TEST(link_all({profile("Bernd Schulze", "Holmwerk Pumpen", "Holmstadt")})[0] < 0.5);
}

BOOST_AUTO_TEST_CASE(no_profiles_give_no_answer)
{
    BOOST_TEST(link_all({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
