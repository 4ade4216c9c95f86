// SPDX-License-Identifier: MIT
#include "follow_up/find.hpp"
#include "follow_up/forget.hpp"
#include "follow_up/noting.hpp"
#include "follow_up/purge.hpp"
#include "identity/recognition_keys.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/events.hpp"
#include "store/fetch_cache.hpp"
#include "store/files.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"
#include "store/rankings.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace knowwho::test_forgetting {
namespace {

using namespace std::chrono;

Instant const now = sys_days{2026y / November / 27};

struct Fixture {
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "x.db";
    Notebook notebook = Notebook::open(file);
    EventId event = ensure_event(notebook, {{}, "Testtag", "Hannover", PartialDate{2026, 11, 26}, PartialDate{2026, 11, 26}, now});
    ListId list = add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "x", 3, now});

    static RosterRow row(std::string const& given, std::string const& family, std::string const& organisation, std::string const& email)
    {
        auto made = RosterRow{};
        made.name.written = given + " " + family;
        made.name.given = given;
        made.name.family = family;
        made.organisation = organisation;
        made.email = email;
        made.raw = {{"Name", made.name.written}, {"Firma", organisation}, {"Mail", email}};
        return made;
    }

    PersonId add(std::string const& given, std::string const& family, std::string const& organisation, std::string const& email = {})
    {
        auto const made = row(given, family, organisation, email);
        auto const person = add_person(notebook, made.name);
        add_attendance(notebook, event, list, person, made);
        return person;
    }

    void add_page(std::string const& name, std::string const& text, std::vector<PersonId> const& about)
    {
        auto page = Page{};
        page.file = name;
        page.title = "Über " + text.substr(0, 12);
        page.text = text;
        page.content_hash = name;
        page.read_at = now;
        page.id = save_page(notebook, page);
        for (auto const person : about) {
            auto const snippet = save_snippet(notebook, {{}, page.id, text, static_cast<int>(person.value), Language::german});
            save_link(notebook, {snippet, person, 0.999, LinkState::quotable, false, {{"name", text, 1.0}}});
        }
    }

    /// Whether the text stands anywhere in the notebook's files, byte for byte.
    bool in_files(std::string const& text)
    {
        for (auto const& entry : std::filesystem::directory_iterator{folder.path()}) {
            if (read_file(entry.path()).find(text) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(forgetting, Fixture)

BOOST_AUTO_TEST_CASE(nothing_of_a_forgotten_person_is_left_in_any_byte)
{
    auto const wenke = add("Wenke", "Thodelanger", "Zwirbelwerk GmbH", "w.thodelanger@zwirbel.example");
    auto const ines = add("Ines", "Overkamp", "Institut");
    auto companion = row("Ruben", "Okafor", "Okafor Design", "");
    companion.raw.append({{"Bemerkung", "kommt mit Wenke Thodelanger"}});
    companion.about = "Kollege von WENKE THODELANGER";
    add_attendance(notebook, event, list, add_person(notebook, companion.name), companion);
    add_page("wenke.html", "Wenke Thodelanger mag Quittenbrot", {wenke});
    add_page("beide.html", "Ines Overkamp traf Wenke Thodelanger am Pfefferberg", {wenke, ines});
    save_cached_answer(notebook, {"https://zwirbel.example/", "https://zwirbel.example/", 200, "text/html", "", "", now, 33, "Wenke Thodelanger (packed)"}, now);
    auto match = Match{};
    match.person = wenke;
    match.reasons = {{SignalKind::role, 0, 1.0, "Wenke Thodelanger mag Quittenbrot", {}, {RosterSource{"liste.csv", 1}}}};
    save_ranking(notebook, event, "f", std::span{&match, 1}, {}, state_of_others(notebook));
    auto note = EncounterNote{};
    note.encounter.person = wenke;
    note.encounter.happened_at = now;
    note.encounter.talked = "Pfauenfedern";
    note.promises = {parse_promise("Rosinenliste", false)};
    note_encounter(notebook, note, now);
    auto other = EncounterNote{};
    other.encounter.person = ines;
    other.encounter.happened_at = now;
    other.encounter.introduced_by = wenke;
    other.encounter.talked = "über Wenke Thodelanger";
    note_encounter(notebook, other, now);
    BOOST_TEST(find_people(notebook, "Thodelanger", 5).people.size() >= 1);
    for (auto const* const text : {"Thodelanger", "thodelanger", "Quittenbrot", "Pfauenfedern", "Rosinenliste"}) {
        BOOST_TEST_CONTEXT(text) { BOOST_TEST(in_files(text)); } // the test itself can fail
    }

    auto const result = forget_person(notebook, wenke, "0123456789abcdef", now);

    for (auto const* const text : {"Thodelanger", "thodelanger", "THODELANGER", "Quittenbrot", "quittenbrot", "Pfauenfedern", "pfauenfedern",
             "Rosinenliste", "rosinenliste", "w.thodelanger@"}) {
        BOOST_TEST_CONTEXT(text) { BOOST_TEST(!in_files(text)); }
    }
    BOOST_TEST(find_people(notebook, "Thodelanger", 5).people.empty());
    BOOST_TEST(find_people(notebook, "Overkamp", 5).people.size() == 1);
    BOOST_TEST(in_files("Ines Overkamp"));
    BOOST_TEST((result.files == std::vector<std::string>{"beide.html", "wenke.html"}));
    BOOST_TEST(!result.has_namesake);
}

BOOST_AUTO_TEST_CASE(a_name_spelled_out_in_capitals_goes_too)
{
    auto const person = add("Jörg", "Grünewaldt", "Zwirbelwerk GmbH");
    auto companion = row("Ruben", "Okafor", "Okafor Design", "");
    companion.about = "kommt mit JOERG GRUENEWALDT";
    add_attendance(notebook, event, list, add_person(notebook, companion.name), companion);
    forget_person(notebook, person, "0123456789abcdef", now);
    BOOST_TEST(!in_files("GRUENEWALDT"));
    BOOST_TEST(in_files("kommt mit "));
}

BOOST_AUTO_TEST_CASE(the_family_name_alone_goes_too_where_it_means_them)
{
    auto const wenke = add("Wenke", "Thodelanger", "Zwirbelwerk GmbH", "w.thodelanger@zwirbel.example");
    auto const ines = add("Ines", "Overkamp", "Institut");
    add_page("beide.html", "Ines Overkamp traf Wenke Thodelanger. „Gern“, sagte Thodelanger, und Thodelangers Rad stand neben dem von Frau Anders-Thodelanger.", {wenke, ines});
    auto note = EncounterNote{};
    note.encounter.person = ines;
    note.encounter.happened_at = now;
    note.encounter.talked = "über Thodelanger und Thodelangerei";
    note_encounter(notebook, note, now);

    forget_person(notebook, wenke, "0123456789abcdef", now);

    BOOST_TEST(in_files("„Gern“, sagte ***********, und ***********s Rad"));
    BOOST_TEST(in_files("Anders-Thodelanger")); // somebody else
    BOOST_TEST(in_files("über *********** und Thodelangerei"));
}

BOOST_AUTO_TEST_CASE(a_family_name_that_others_have_stays_with_them)
{
    auto const wenke = add("Wenke", "Thodelanger", "Zwirbelwerk GmbH", "w.thodelanger@zwirbel.example");
    auto const ruben = add("Ruben", "Thodelanger", "Okafor Design");
    add_page("beide.html", "Ruben Thodelanger traf Wenke Thodelanger. Thodelanger lachte.", {wenke, ruben});
    forget_person(notebook, wenke, "0123456789abcdef", now);
    BOOST_TEST(in_files("Ruben Thodelanger traf *****************. Thodelanger lachte."));
}

BOOST_AUTO_TEST_CASE(while_another_program_reads_it_is_said_and_made_up_for)
{
    auto const wenke = add("Wenke", "Thodelanger", "Zwirbelwerk GmbH", "w.thodelanger@zwirbel.example");
    sqlite3* reader = nullptr;
    BOOST_REQUIRE_EQUAL(sqlite3_open(file.c_str(), &reader), SQLITE_OK);
    sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM person", nullptr, nullptr, nullptr);
    BOOST_TEST(forget_person(notebook, wenke, "0123456789abcdef", now).is_held);
    BOOST_TEST(in_files("Thodelanger"));
    sqlite3_close(reader);
    purge(notebook, now);
    BOOST_TEST(!in_files("Thodelanger"));
}

BOOST_AUTO_TEST_CASE(a_tombstone_knows_them_again_and_nobody_else)
{
    auto const wenke = add("Wenke", "Thode", "Zwirbelwerk GmbH & Co. KG", "W.Thode@zwirbel.example");
    forget_person(notebook, wenke, "0123456789abcdef", now);
    auto const stones = Tombstones{notebook};
    auto const covers = [&](RosterRow const& one) { return stones.covers(recognition_keys(one.name, one.organisation, one.email, one.place)); };
    BOOST_TEST(covers(row("Wenke", "Thode", "Zwirbelwerk", "")));
    BOOST_TEST(covers(row("Wenke", "THODE", "", "")));
    BOOST_TEST(covers(row("Wenke Maria", "Thode-Klein", "Neue AG", "w.thode@ZWIRBEL.example")));
    BOOST_TEST(!covers(row("Wenke", "Thode", "Bäckerei Korn", "")));
    BOOST_TEST(!covers(row("Ines", "Overkamp", "Zwirbelwerk GmbH", "")));
    BOOST_TEST(!in_files("zwirbelwerk"));
}

BOOST_AUTO_TEST_CASE(a_namesake_keeps_what_is_theirs)
{
    auto const one = add("Anna", "Weber", "Weberei Nord", "anna@nord.example");
    auto const other = add("Anna", "Weber", "Weberei Süd", "anna@sued.example");
    BOOST_TEST(forget_person(notebook, one, "0123456789abcdef", now).has_namesake);
    auto const left = attendances(notebook, other);
    BOOST_REQUIRE_EQUAL(left.size(), 1);
    BOOST_TEST(left.front().row.name.family == "Weber");
    BOOST_TEST((*left.front().row.raw.begin()).value == "Anna Weber");
    BOOST_TEST(!in_files("anna@nord.example"));
}

BOOST_AUTO_TEST_CASE(a_mailbox_of_the_whole_house_stays_with_the_others)
{
    auto const one = add("Wenke", "Thode", "Zwirbelwerk", "info@zwirbel.example");
    auto const other = add("Ines", "Overkamp", "Zwirbelwerk", "INFO@zwirbel.example");
    forget_person(notebook, one, "0123456789abcdef", now);
    BOOST_TEST(attendances(notebook, other).front().row.email == "INFO@zwirbel.example");
    BOOST_TEST(!in_files("Thode"));
}

BOOST_AUTO_TEST_CASE(people_never_met_go_thirty_days_after_the_event)
{
    auto const met = add("Wenke", "Thode", "A");
    auto const kept = add("Ines", "Overkamp", "B");
    auto const neither = add("Ruben", "Xylopher", "C");
    auto note = EncounterNote{};
    note.encounter.person = met;
    note.encounter.happened_at = now;
    note_encounter(notebook, note, now);
    auto contact = Contact{};
    contact.person = kept;
    contact.source = "kept";
    contact.kept = true;
    contact.added_at = now;
    save_contact(notebook, contact);
    BOOST_REQUIRE_EQUAL(purge_dates(notebook).size(), 1);
    BOOST_TEST((purge_dates(notebook).front().person == neither));
    save_cached_answer(notebook, {"https://suche.example/?q=Xylopher", {}, 200, "text/html", "", "", now, 14, "Ruben Xylopher"}, now);
    BOOST_TEST(purge(notebook, sys_days{2026y / December / 26}) == 0);
    BOOST_TEST(purge(notebook, sys_days{2026y / December / 27}) == 1);
    BOOST_TEST(known_people(notebook).size() == 2);
    BOOST_TEST(!in_files("Xylopher"));
}

BOOST_AUTO_TEST_CASE(importing_again_does_not_restart_the_clock_but_a_later_event_does)
{
    auto const ruben = add("Ruben", "Okafor", "C");
    auto const before = purge_dates(notebook).front().due;
    add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "y", 3, now + days{20}});
    ensure_event(notebook, {{}, "Testtag", {}, {}, {}, now + days{20}});
    BOOST_TEST((purge_dates(notebook).front().due == before));
    auto const later = ensure_event(notebook, {{}, "Folgetag", {}, PartialDate{2027, 1, 10}, {}, now});
    add_attendance(notebook, later, add_list(notebook, {{}, later, "l.csv", "csv", "UTF-8", "z", 1, now}), ruben, row("Ruben", "Okafor", "C", ""));
    BOOST_TEST((purge_dates(notebook).front().due == sys_days{2027y / February / 9} + hours{17}));
}

BOOST_AUTO_TEST_CASE(an_event_without_dates_counts_from_its_first_import)
{
    auto const undated = ensure_event(notebook, {{}, "Ohne Datum", {}, {}, {}, now});
    auto const first = add_list(notebook, {{}, undated, "l.csv", "csv", "UTF-8", "z", 1, now - days{10}});
    add_list(notebook, {{}, undated, "l.csv", "csv", "UTF-8", "zz", 1, now});
    add_attendance(notebook, undated, first, add_person(notebook, row("A", "B", "", "").name), row("A", "B", "", ""));
    BOOST_TEST((purge_dates(notebook).front().due == sys_days{2026y / December / 17} + hours{17}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_forgetting
