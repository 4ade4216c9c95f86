// SPDX-License-Identifier: MIT
#include "identity/same_name.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

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
    {"Karin M. Wiesner", "Karin Maria Wiesner", "Karin B. Wiesner"},
    {"Th. Holmbach", "Thomas Holmbach", "Martin Holmbach"},
    {"KarinWiesner", "Karin Wiesner", "Karl Wiesner"},
    {"Annette von der Heide", "Annette v. d. Heide", "Anna von der Heide"},
    {"Karin Wiesner geb. Holmbach", "Karin Holmbach", "Karin Talbach"},
    {"Usama ibn Laden", "Osama bin Laden", "Omar bin Laden"},
    {"Sepp Holmbach", "Joseph Holmbach", "Stefan Holmbach"},
    {"Բարակ Օբամա", "Barack Obama", "Boris Obama"},
    {"Martin Thomas", "Martin Thomas", "Thomas Martin"},
    {"MARTIN Thomas", "Thomas Martin", "Tomas Martinek"},
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

BOOST_AUTO_TEST_CASE(names_of_any_length_and_any_letters_are_compared_in_no_time)
{
    auto word = std::string{};
    auto marks = std::string{};
    auto words = std::string{};
    for (auto i = 0; i < 250'000; ++i) {
        word += "abcd";
        marks += "\u0301\u0323";
        words += i % 2 == 0 ? "ab " : "\u05D0\u202E ";
    }
    std::string const texts[] = {word, marks, words, "Karin Wiesner", ""};
    for (auto const& a : texts) {
        for (auto const& b : texts) {
            BOOST_TEST(same_person_name(a, b) == same_person_name(b, a));
            BOOST_TEST(same_organisation_name(a, b) == same_organisation_name(b, a));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
