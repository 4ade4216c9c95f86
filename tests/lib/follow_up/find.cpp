// SPDX-License-Identifier: MIT
#include "follow_up/find.hpp"

#include "follow_up/noting.hpp"
#include "follow_up/search_query.hpp"
#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace knowwho::test_find {
namespace {

using namespace std::chrono;

Instant const now = sys_days{2026y / November / 26};

struct Fixture {
    Notebook notebook = Notebook::in_memory();
    EventId event = ensure_event(notebook, {{}, "Testtag", "Berlin", {}, {}, now});
    ListId list = add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "x", 3, now});
    PersonId wenke = add("Wenke", "Müller", "Thode Maschinenbau GmbH", "Leiterin Instandhaltung", "Bielefeld");
    PersonId ruben = add("Ruben", "Okafor", "Okafor Design", "Graphic Designer", "Köln");
    PersonId maren = add("Maren", "Uhlig", "Hallwang Antriebe", "Grafikdesignerin", "Kassel");

    PersonId add(std::string const& given, std::string const& family, std::string const& organisation, std::string const& role, std::string const& place)
    {
        auto row = RosterRow{};
        row.name.written = given + " " + family;
        row.name.given = given;
        row.name.family = family;
        row.organisation = organisation;
        row.role = role;
        row.place = place;
        row.raw = {{"Essenswunsch", "vegetarisch\nohne Nüsse"}};
        auto const person = add_person(notebook, row.name);
        add_attendance(notebook, event, list, person, row);
        return person;
    }

    void met(PersonId person, std::string const& place, std::string const& talked)
    {
        auto note = EncounterNote{};
        note.encounter.person = person;
        note.encounter.happened_at = now;
        note.encounter.place = place;
        note.encounter.talked = talked;
        note.promises = {parse_promise("Benchmark schicken", false)};
        note_encounter(notebook, note, now);
    }

    std::vector<PersonId> found(std::string const& words)
    {
        auto people = std::vector<PersonId>{};
        for (auto const& one : find_people(notebook, words, 10).people) {
            people.push_back(one.person.person);
        }
        std::ranges::sort(people);
        return people;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(find, Fixture)

BOOST_AUTO_TEST_CASE(a_name_is_found_in_every_spelling)
{
    for (auto const* const words : {"Müller", "mueller", "MULLER", "wenke m", "Mül"}) {
        BOOST_TEST_CONTEXT(words) { BOOST_TEST((found(words) == std::vector{wenke})); }
    }
}

BOOST_AUTO_TEST_CASE(word_forms_meet)
{
    BOOST_TEST((found("Leiter Instandhaltung") == std::vector{wenke}));
    BOOST_TEST((found("graphic designers") == std::vector{ruben}));
}

BOOST_AUTO_TEST_CASE(typing_errors_are_forgiven_and_told)
{
    auto const result = find_people(notebook, "Instandhlatung", 10);
    BOOST_REQUIRE_EQUAL(result.people.size(), 1);
    BOOST_TEST((result.people.front().person.person == wenke));
    BOOST_REQUIRE_EQUAL(result.corrections.size(), 1);
    BOOST_TEST(result.corrections.front().used == "instandhaltung");
}

BOOST_AUTO_TEST_CASE(a_mistyped_phrase_is_mended_word_by_word)
{
    auto const result = find_people(notebook, "\"Graphc Desinger\"", 10);
    BOOST_REQUIRE_EQUAL(result.people.size(), 1);
    BOOST_TEST((result.people.front().person.person == ruben));
    BOOST_TEST(result.corrections.size() == 2);
    BOOST_TEST(found("\"Desinger Graphc\"").empty());
}

BOOST_AUTO_TEST_CASE(a_mistyped_field_is_mended_and_told)
{
    for (auto const* const words : {"rloe:designer", "funkton:designer", "-nmae:wenke rolle:designer"}) {
        BOOST_TEST_CONTEXT(words) { BOOST_TEST((found(words) == std::vector{ruben})); }
    }
    auto const result = find_people(notebook, "rloe:designer", 10);
    BOOST_REQUIRE_EQUAL(result.corrections.size(), 1);
    BOOST_TEST(result.corrections.front().is_field);
    BOOST_TEST(result.corrections.front().used == "role");
}

BOOST_AUTO_TEST_CASE(a_word_of_another_field_is_no_typing_error)
{
    auto const result = find_people(notebook, "page:designer", 10);
    BOOST_TEST(result.people.empty());
    BOOST_TEST(result.corrections.empty());
}

BOOST_AUTO_TEST_CASE(a_part_of_a_compound_finds_it_when_nothing_else_fits)
{
    BOOST_TEST((found("haltung") == std::vector{wenke}));
}

BOOST_AUTO_TEST_CASE(raw_cells_that_nobody_understood_are_searched)
{
    BOOST_TEST(found("vegetarisch").size() == 3);
    BOOST_TEST(found("ohne Nüsse").size() == 3);
}

BOOST_AUTO_TEST_CASE(met_in_a_place_looks_where_one_met_and_not_where_they_live)
{
    met(ruben, "Berlin", "fonts");
    for (auto const* const words : {"met in Berlin", "in Berlin getroffen", "met:berlin", "designer met in Berlin"}) {
        BOOST_TEST_CONTEXT(words) { BOOST_TEST((found(words) == std::vector{ruben})); }
    }
    BOOST_TEST(found("met in Kassel").empty());
}

BOOST_AUTO_TEST_CASE(fields_phrases_and_exclusions)
{
    BOOST_TEST((found("role:designer") == std::vector{ruben}));
    BOOST_TEST((found("ort:köln") == std::vector{ruben}));
    BOOST_TEST((found("\"graphic designer\"") == std::vector{ruben}));
    BOOST_TEST(found("\"designer graphic\"").empty());
    BOOST_TEST((found("vegetarisch -ort:köln") == std::vector{wenke, maren}));
}

BOOST_AUTO_TEST_CASE(notes_and_promises_are_found_at_once_with_their_text)
{
    met(maren, "Hannover", "old presses and their sensors");
    auto const result = find_people(notebook, "press", 10);
    BOOST_REQUIRE_EQUAL(result.people.size(), 1);
    BOOST_TEST((result.people.front().field == SearchField::note));
    BOOST_TEST(result.people.front().excerpt == "old presses and their sensors");
    BOOST_TEST((found("promise:benchmark") == std::vector{maren}));
}

BOOST_AUTO_TEST_CASE(some_of_the_words_are_better_than_nothing_and_it_is_said)
{
    auto const result = find_people(notebook, "Wenke Köln", 10);
    BOOST_TEST(result.any_word);
    BOOST_TEST(result.people.size() == 2);
}

BOOST_AUTO_TEST_CASE(nothing_that_is_typed_is_an_error)
{
    for (auto const* const words : {"", "\"", "c++", "AND", "NEAR(", "name:", "-", "*", "a:b:c", "(((", "und", "\xff\xfe", "\"\"", "met in", "- - -", "role:\"", "{x} : y"}) {
        BOOST_TEST_CONTEXT(words) { BOOST_CHECK_NO_THROW(found(words)); }
    }
    BOOST_CHECK_NO_THROW(found(std::string(100'000, 'x')));
    BOOST_CHECK_NO_THROW(found(std::string("a\0b", 3)));
}

BOOST_AUTO_TEST_CASE(a_whole_name_wins_over_its_beginnings)
{
    auto const longer = add("Ruben", "Okafor-Weiss", "X", "Y", "Z");
    auto const people = people_named(notebook, "ruben okafor", 10);
    BOOST_REQUIRE_EQUAL(people.size(), 1);
    BOOST_TEST((people.front().person == ruben));
    BOOST_TEST(people_named(notebook, "okaf", 10).size() == 2);
    BOOST_TEST((people_nearly_named(notebook, "Okfaor").front().person == ruben));
    BOOST_TEST((longer != ruben));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_find
