// SPDX-License-Identifier: MIT
#include "identity/same_name.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(same_name)

namespace {

struct Preference {
    char const* name;
    char const* nearer;
    char const* farther;
};

std::ostream& operator<<(std::ostream& out, Preference const& p) { return out << p.name << ": " << p.nearer << " before " << p.farther; }

Preference const people[] = {
    {"Jürgen Holmbach", "Juergen Holmbach", "Jörg Holmbach"},
    {"Karin Wiesner", "Wiesner, Karin", "Karl Wiesner"},
    {"Alexander Holmbach", "Alex Holmbach", "Alfons Holmbach"},
    {"Karin M. Wiesner", "Karin Wiesner", "Karin B. Wiesner"},
    {"Friedrich Holmbach sen.", "Friedrich Holmbach", "Friedrich Holmbach jun."},
};

Preference const houses[] = {
    {"Holmwerk GmbH", "Holmwerk AG", "Talbach GmbH"},
    {"Technische Universität Holmstadt", "TU Holmstadt", "Technische Universität Talheim"},
};

} // namespace

BOOST_DATA_TEST_CASE(the_nearer_name_of_a_person_scores_higher, boost::unit_test::data::make(people), p)
{
    BOOST_TEST(same_person_name(p.name, p.nearer) > same_person_name(p.name, p.farther));
}

BOOST_DATA_TEST_CASE(the_nearer_name_of_a_house_scores_higher, boost::unit_test::data::make(houses), p)
{
    BOOST_TEST(same_organisation_name(p.name, p.nearer) > same_organisation_name(p.name, p.farther));
}

BOOST_AUTO_TEST_CASE(comparing_is_symmetric)
{
    for (auto const& p : people) {
        BOOST_TEST(same_person_name(p.name, p.farther) == same_person_name(p.farther, p.name));
    }
    for (auto const& p : houses) {
        BOOST_TEST(same_organisation_name(p.name, p.farther) == same_organisation_name(p.farther, p.name));
    }
}

BOOST_AUTO_TEST_SUITE_END()
