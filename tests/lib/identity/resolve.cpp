// SPDX-License-Identifier: MIT
#include "identity/resolve.hpp"
#include "identity/name_parser.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

BOOST_AUTO_TEST_CASE(names_that_are_merely_alike_are_two_people)
{
    auto const rows = std::vector{row("Maria Lang", "Holmwerk GmbH"), row("Marta Lang", "Holmwerk GmbH"), row("Jan Meier", "Holmwerk GmbH"),
        row("Jan Meyer", "Holmwerk GmbH"), row("Ada Barolindbar", "Holmwerk GmbH"), row("Ada Barolindfal", "Holmwerk GmbH")};
    for (auto const& resolved : resolve_people(rows, {})) {
        BOOST_TEST(!resolved.same_as_row.has_value());
    }
}

BOOST_AUTO_TEST_CASE(the_same_row_twice_is_one_person_however_large_the_house)
{
    auto rows = std::vector<RosterRow>{};
    for (int i = 0; i < 300; ++i) { // a house that proves nothing
        rows.push_back(row("Karin Name" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26)), "Freistaat Holm"));
        rows.back().role = "Delegierte";
    }
    rows.push_back(rows[7]);
    rows.push_back(rows[7]);
    rows.back().role = "Sprecherin";
    auto const resolved = resolve_people(rows, {});
    BOOST_TEST(resolved[300].same_as_row.value() == 7U);
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

BOOST_AUTO_TEST_CASE(father_and_son_are_two_people_though_they_share_house_and_mailbox)
{
    auto const one = [](std::string_view name) { return row(name, "Holmbach Uhren", "uhren@holmbach.example"); };
    auto const rows = std::vector{one("Friedrich Holmbach sen."), one("Friedrich Holmbach jun."), one("Friedrich Holmbach Jr., MBA")};
    auto const resolved = resolve_people(rows, {});
    BOOST_TEST(!resolved[1].same_as_row.has_value());
    BOOST_TEST(resolved[2].same_as_row.value() == 1U);
}

BOOST_AUTO_TEST_CASE(who_is_only_once_called_the_son_may_be_the_father)
{
    auto const rows = std::vector{row("Friedrich Holmbach", "Holmbach Uhren", "uhren@holmbach.example"), row("Friedrich Holmbach jun.", "Holmbach Uhren", "uhren@holmbach.example")};
    BOOST_TEST(!resolve_people(rows, {})[1].same_as_row.has_value());
    auto records = std::vector<WrittenRecord>{written_record(rows[0]), written_record(rows[1])};
    auto weighed = WeighedPeople{records, {}};
    weighed.resolve({});
    BOOST_TEST(weighed.questions().size() == 1U);
}

BOOST_AUTO_TEST_CASE(somebody_met_before_is_known_again)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Dr. Karin Müller"), "Holmwerk GmbH", "", "", {}, false}};
    auto const resolved = resolve_people(std::vector{row("Karin Mueller", "Holmwerk"), row("Karin Müller", "Talbach KG")}, {known});
    BOOST_TEST((resolved[0].known.value() == PersonId{7}));
    BOOST_TEST(!resolved[1].known.has_value());
}

BOOST_AUTO_TEST_CASE(another_house_at_another_event_is_a_question_not_a_decision)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Ottokar Wendhausen"), "Holmwerk GmbH", "", "Kiel", {}, false}};
    BOOST_TEST(!resolve_people(std::vector{row("Ottokar Wendhausen", "Talbach KG", "", "Kiel")}, {known})[0].known.has_value());
}

BOOST_AUTO_TEST_CASE(an_initial_and_a_missing_given_name_join_nobody_without_a_mailbox)
{
    auto const rows = std::vector{row("Karin Wendhausen", "Holmwerk"), row("K. Wendhausen", "Holmwerk"), row("Wendhausen", "Holmwerk")};
    auto const resolved = resolve_people(rows, {});
    BOOST_TEST(!resolved[1].same_as_row.has_value());
    BOOST_TEST(!resolved[2].same_as_row.has_value());
}

BOOST_AUTO_TEST_CASE(a_newer_version_of_a_list_of_mere_names_knows_them_again)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Karin Wendhausen"), "", "", "", ListId{3}, false},
        KnownPerson{PersonId{8}, parse_name("Uwe Sattler"), "", "", "", ListId{3}, false},
        KnownPerson{PersonId{9}, parse_name("Nordhoff"), "Nordhoff Pumpen", "", "", ListId{3}, false}};
    auto const rows = std::vector{row("Karin Wendhausen"), row("Bodo Quast"), row("Nordhoff", "Nordhoff Pumpen")};
    auto const earlier = std::vector{ListId{3}};
    auto const resolved = resolve_people(rows, {known, {}, earlier});
    BOOST_TEST((resolved[0].known == PersonId{7}));
    BOOST_TEST(!resolved[1].known.has_value());
    BOOST_TEST((resolved[2].known == PersonId{9}));
    BOOST_TEST(!resolve_people(rows, {known})[0].known.has_value());
}

BOOST_AUTO_TEST_CASE(a_row_that_a_newer_version_repeats_word_for_word_is_known_however_common_the_name)
{
    auto known = std::vector<KnownPerson>{};
    auto rows = std::vector<RosterRow>{};
    for (auto i = 1; i <= 60; ++i) {
        rows.push_back(row("Michael Müller", "", "", i % 2 == 0 ? "Kiel" : ""));
        known.push_back({PersonId{i}, rows.back().name, "", "", rows.back().place, ListId{3}, false});
    }
    auto const earlier = std::vector{ListId{3}};
    auto found = std::set<PersonId>{};
    for (auto const& resolution : resolve_people(rows, {known, {}, earlier})) {
        BOOST_REQUIRE(resolution.known.has_value());
        found.insert(*resolution.known);
    }
    BOOST_TEST(found.size() == 60U);
}

BOOST_AUTO_TEST_CASE(whom_the_user_told_apart_a_list_does_not_join)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false},
        KnownPerson{PersonId{8}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false}};
    auto const rows = std::vector{row("Karin Wendhausen", "Holmwerk"), row("Karin Wendhausen", "Holmwerk")};
    auto const different = std::vector{std::pair{PersonId{7}, PersonId{8}}};
    auto const resolved = resolve_people(rows, {known, different});
    BOOST_REQUIRE((resolved[0].known && resolved[1].known));
    BOOST_TEST((*resolved[0].known != *resolved[1].known));
}

BOOST_AUTO_TEST_CASE(a_row_that_fits_two_whom_the_user_told_apart_is_a_question)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false},
        KnownPerson{PersonId{8}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false}};
    auto const different = std::vector{std::pair{PersonId{7}, PersonId{8}}};
    auto const alone = row("Karin Wendhausen", "Holmwerk");
    auto weighed = WeighedPeople{{written_record(alone)}, {known, different}};
    auto const resolved = weighed.resolve({});
    BOOST_TEST(!resolved[0].known.has_value());
    BOOST_TEST(resolved[0].reason.empty());
    auto asked = std::set<std::size_t>{};
    for (auto const& question : weighed.questions()) {
        asked.insert(question.a);
    }
    BOOST_TEST(asked.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_third_row_that_says_the_same_is_neither_s)
{
    auto same = row("Karin Wendhausen", "Holmwerk");
    same.role = "Einkauf";
    auto const known = std::vector{KnownPerson{PersonId{7}, same.name, "Holmwerk", "", "", {}, false}, KnownPerson{PersonId{8}, same.name, "Holmwerk", "", "", {}, false}};
    auto const different = std::vector{std::pair{PersonId{7}, PersonId{8}}};
    auto owners = std::multiset<std::optional<PersonId>>{};
    for (auto const& resolution : resolve_people(std::vector{same, same, same}, {known, different})) {
        owners.insert(resolution.known);
    }
    BOOST_TEST(owners.count(PersonId{7}) == 1U);
    BOOST_TEST(owners.count(PersonId{8}) == 1U);
    BOOST_TEST(owners.count(std::nullopt) == 1U);
}

BOOST_AUTO_TEST_CASE(a_row_that_fits_one_of_them_better_by_far_is_theirs)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false},
        KnownPerson{PersonId{8}, parse_name("Karin Wendhausen"), "Holmwerk", "k.wendhausen@holmwerk.example", "", {}, false}};
    auto const different = std::vector{std::pair{PersonId{7}, PersonId{8}}};
    auto const rows = std::vector{row("Karin Wendhausen", "Holmwerk", "k.wendhausen@holmwerk.example")};
    BOOST_TEST((resolve_people(rows, {known, different})[0].known == PersonId{8}));
}

BOOST_AUTO_TEST_CASE(whose_row_the_user_said_it_is_a_newer_version_of_the_list_remembers)
{
    auto const known = std::vector{KnownPerson{PersonId{7}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false},
        KnownPerson{PersonId{8}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, false},
        KnownPerson{PersonId{8}, parse_name("Karin Wendhausen"), "Holmwerk", "", "", {}, true}}; // somebody new once, and merged
    auto const different = std::vector{std::pair{PersonId{7}, PersonId{8}}};
    BOOST_TEST((resolve_people(std::vector{row("Karin Wendhausen", "Holmwerk")}, {known, different})[0].known == PersonId{8}));
}

BOOST_AUTO_TEST_CASE(the_reasons_add_up_to_the_probability)
{
    auto const resolved = resolve_people(std::vector{row("Karin Wendhausen", "Holmwerk"), row("Karin Wendhausen", "Holmwerk AG")}, {});
    auto sum = 0.0;
    for (auto at = std::size_t{0}; (at = resolved[1].reason.find_first_of("+-", at)) != std::string::npos; ++at) {
        sum += std::strtod(resolved[1].reason.c_str() + at, nullptr);
    }
    BOOST_TEST(resolved[1].probability == 1 / (1 + std::exp2(-sum)), boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(people_told_apart_by_a_number_are_no_question)
{
    auto rows = std::vector<RosterRow>{};
    for (auto i = 1; i <= 60; ++i) {
        auto const number = std::to_string(i);
        rows.push_back(row("Karin Besucherin" + number, "Holmwerk GmbH"));
    }
    auto records = std::vector<WrittenRecord>{};
    std::ranges::transform(rows, std::back_inserter(records), [](RosterRow const& one) { return written_record(one); });
    auto weighed = WeighedPeople{records, {}};
    for (auto const& resolution : weighed.resolve({})) {
        BOOST_TEST(!resolution.same_as_row.has_value());
    }
    BOOST_TEST(weighed.questions().empty());
}

BOOST_AUTO_TEST_SUITE_END()
