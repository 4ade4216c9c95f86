// SPDX-License-Identifier: MIT
#include "identity/resolve.hpp"
#include "identity/name_parser.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(resolve)

namespace {

RosterRow row(std::string_view name, std::string organisation = {}, std::string email = {}, std::string place = {})
{
    auto made = RosterRow{};
    made.name = parse_name(name);
    made.organisation = std::move(organisation);
    made.email = std::move(email);
    made.place = std::move(place);
    return made;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_same_name_and_house_is_one_person)
{
    auto const rows = std::vector{row("Karin Müller", "Holmwerk GmbH"), row("Mueller, Karin", "HOLMWERK AG"), row("Karin Müller", "Talbach KG")};
    auto const resolved = resolve_people(rows, {});
    BOOST_TEST(!resolved[0].same_as_row.has_value());
    BOOST_TEST(resolved[1].same_as_row.value() == 0U);
    BOOST_TEST(!resolved[1].reason.empty());
    BOOST_TEST(!resolved[2].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(a_name_alone_joins_nobody)
{
    auto const resolved = resolve_people(std::vector{row("Karin Müller"), row("Karin Müller")}, {});
    BOOST_TEST(!resolved[1].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(two_mailboxes_of_one_house_are_two_people)
{
    auto const rows = std::vector{row("Karin Müller", "Holmwerk", "karin.mueller@holmwerk.example"), row("Karin Müller", "Holmwerk", "karin.mueller2@holmwerk.example")};
    BOOST_TEST(!resolve_people(rows, {})[1].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(a_shared_mailbox_proves_nothing)
{
    auto const rows = std::vector{row("Karin Müller", "", "info@holmwerk.example"), row("Karin Müller", "", "info@holmwerk.example")};
    BOOST_TEST(!resolve_people(rows, {})[1].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(one_mailbox_and_two_spellings_are_one_person_but_relatives_are_two)
{
    auto const rows = std::vector{row("Alexander Steinberg", "Holmwerk", "a.steinberg@holmwerk.example"), row("Alex Steinnberg", "Holmwerk", "a.steinberg@holmwerk.example"),
        row("Bettina Steinberg", "Holmwerk", "a.steinberg@holmwerk.example")};
    auto const resolved = resolve_people(rows, {});
    BOOST_TEST(resolved[1].same_as_row.value() == 0U);
    BOOST_TEST(!resolved[2].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(somebody_met_before_is_known_again)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Dr. Karin Müller"), "Holmwerk GmbH", "", ""}};
    auto const resolved = resolve_people(std::vector{row("Karin Mueller", "Holmwerk"), row("Karin Müller", "Talbach KG")}, known);
    BOOST_TEST((resolved[0].known.value() == PersonId{7}));
    BOOST_TEST(!resolved[1].known.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
