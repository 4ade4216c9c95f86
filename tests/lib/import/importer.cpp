// SPDX-License-Identifier: MIT
#include "import/importer.hpp"

#include "identity/likely_same.hpp"
#include "identity/merging.hpp"
#include "import/read_list.hpp"
#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/recognitions.hpp"
#include "store/same_questions.hpp"
#include "store/search_index.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(importer)

struct Fixture {
    Notebook notebook = Notebook::in_memory();
    Event event;

    Fixture() { event.name = "Pumpentag"; }

    ImportResult import(std::string const& file, std::string const& bytes)
    {
        return import_list(notebook, read_list(file, bytes, {}, {}), event, {}, {});
    }

    Attendance find(ImportResult const& result, std::string const& family)
    {
        for (auto& attendance : attendances(notebook, result.event)) {
            if (attendance.row.name.family == family) {
                return attendance;
            }
        }
        return {};
    }

    /// What all rows of somebody say together.
    Attendance whole(ImportResult const& result, std::string const& family)
    {
        auto const roster = load_roster(notebook, result.event);
        return *std::ranges::find(roster, family, [](Attendance const& one) { return one.row.name.family; });
    }
};

std::string const first = "Vorname;Nachname;Firma;E-Mail\nHeike;Peters;Peters Textil;heike@peters.example\nJens;Albers;Albers Tee;jens@albers.example\n"
                          "Eva;Lindner;Lindner Bau;eva@lindner.example\n";

BOOST_FIXTURE_TEST_CASE(the_same_list_twice_changes_nothing, Fixture)
{
    auto const once = import("list.csv", first);
    BOOST_TEST(once.added == 3);
    auto const twice = import("list.csv", first);
    BOOST_TEST(twice.added + twice.updated + twice.gone == 0);
    BOOST_TEST(twice.unchanged == 3);
    BOOST_TEST(known_people(notebook).size() == 3);
}

BOOST_FIXTURE_TEST_CASE(a_newer_list_adds_updates_and_marks_who_is_gone, Fixture)
{
    import("list.csv", first);
    auto const newer = import("list.csv", "Vorname;Nachname;Firma;E-Mail\nHeike;Peters;Peters Holding;heike@peters.example\nEva;Lindner;Lindner Bau;eva@lindner.example\n"
                                          "Uwe;Sattler;Sattler Holz;uwe@sattler.example\n");
    BOOST_TEST(newer.added == 1);
    BOOST_TEST(newer.updated == 1);
    BOOST_TEST(newer.unchanged == 1);
    BOOST_TEST(newer.gone == 1);
    BOOST_TEST(find(newer, "Albers").gone);
    BOOST_TEST(find(newer, "Peters").row.organisation == "Peters Holding");
    BOOST_TEST(known_people(notebook).size() == 4);
}

BOOST_FIXTURE_TEST_CASE(who_may_be_one_person_is_asked_by_the_import_itself, Fixture)
{
    auto const list = std::string{"Vorname;Nachname;Firma;E-Mail\nHeike;Peters;Peters Textil;heike@peters.example\nJens;Albers;Albers Tee;jens@albers.example\n"};
    import("list.csv", list);
    BOOST_TEST(questions_are_whole(notebook));
    BOOST_TEST(questions(notebook).empty());
    event.name = "Ventiltag";
    import("other.csv", "Vorname;Nachname;Firma;E-Mail\nHeike;Peters;Quast Pumpen;h.peters@quast.example\n");
    BOOST_TEST(questions_are_whole(notebook));
    auto const asked = questions(notebook);
    BOOST_REQUIRE_EQUAL(asked.size(), 1);
    BOOST_TEST(asked[0].first.value == 1);
    BOOST_TEST(asked[0].second.value == 3);
    BOOST_TEST(asked[0].signals.size() >= 3);
    BOOST_TEST(likely_same(notebook, 10).size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_newer_list_of_another_name_knows_mere_names_again, Fixture)
{
    auto const names = std::string{"Name;Firma\nHeike Peters;Peters Textil\nJens Albers;Albers Tee\nEva Lindner;Lindner Bau\nUwe Sattler;\n"};
    import("stand-mai.csv", names);
    auto const newer = import("stand-juni.csv", names + "Ida Quast;Quast Pumpen\n");
    BOOST_TEST(newer.added == 1);
    BOOST_TEST(newer.unchanged == 4);
    BOOST_TEST(newer.gone == 0);
}

BOOST_FIXTURE_TEST_CASE(one_person_on_two_rows_is_counted_once_and_the_rows_come_back_as_they_were, Fixture)
{
    auto const list = std::string{"Name;Firma;Ort\nHeike Petersdorff;Petersdorff Textil;Kiel\nDr. Heike Petersdorff;PETERSDORFF TEXTIL GmbH;Kiel\nJens Albers;Albers Tee;Jever\n"};
    auto const result = import("list.csv", list);
    BOOST_TEST(result.added == 2);
    BOOST_TEST(result.merged == 1);
    auto const rows = attendances(notebook, result.event);
    BOOST_REQUIRE(rows.size() == 3);
    BOOST_TEST((rows[0].person == rows[1].person));
    BOOST_TEST(recognitions(notebook, rows[0].person).size() == 1);
    auto const other = split_rows(notebook, rows[0].person, {rows[1].id}, {});
    BOOST_TEST(recognitions(notebook, rows[0].person).empty());
    BOOST_TEST(attendances(notebook, other)[0].row.organisation == "PETERSDORFF TEXTIL GmbH");
    auto const again = import("list.csv", list + "Eva Lindner;Lindner Bau;Husum\n");
    BOOST_TEST(again.added == 1);
    BOOST_TEST(again.unchanged == 3);
    BOOST_TEST(attendances(notebook, other).size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_second_list_of_the_event_joins_the_first, Fixture)
{
    import("teilnehmer.csv", first);
    auto const speakers = import("referenten.csv", "Name;E-Mail;Vortrag\nEva Lindner;eva@lindner.example;Pumpen im Bau\n");
    BOOST_TEST(speakers.gone == 0);
    BOOST_TEST(speakers.updated == 1);
    auto const eva = whole(speakers, "Lindner");
    BOOST_TEST(eva.row.organisation == "Lindner Bau");
    BOOST_REQUIRE(eva.row.talks.size() == 1);
    BOOST_TEST(eva.row.talks[0].title == "Pumpen im Bau");
    auto const again = import("teilnehmer.csv", first);
    BOOST_TEST(again.updated + again.added + again.gone == 0);
    BOOST_TEST(whole(again, "Lindner").row.talks.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_newer_version_of_one_list_leaves_what_another_says, Fixture)
{
    import("teilnehmer.csv", first);
    import("referenten.csv", "Name;E-Mail;Vortrag\nEva Lindner;eva@lindner.example;Pumpen im Bau\nUwe Sattler;uwe@sattler.example;Dichtungen\n");
    auto const without_eva = import("teilnehmer.csv", first.substr(0, first.find("Eva")) + "Uwe;Sattler;Sattler Werk;uwe@sattler.example\n");
    BOOST_TEST(without_eva.gone == 0); // she speaks
    auto const eva = whole(without_eva, "Lindner");
    BOOST_TEST(!eva.gone);
    BOOST_TEST(eva.row.talks.size() == 1);
    BOOST_TEST(import("referenten.csv", "Name;E-Mail;Vortrag\nUwe Sattler;uwe@sattler.example;Neue Dichtungen\n").gone == 1);
    auto const uwe = whole(without_eva, "Sattler");
    BOOST_TEST(uwe.row.organisation == "Sattler Werk");
    BOOST_REQUIRE(uwe.row.talks.size() == 1);
    BOOST_TEST(uwe.row.talks[0].title == "Neue Dichtungen");
    BOOST_TEST(whole(without_eva, "Lindner").gone);
}

BOOST_FIXTURE_TEST_CASE(the_third_version_of_a_list_follows_whatever_the_files_are_called, Fixture)
{
    import("stand-mai.csv", first);
    import("stand-juni.csv", first + "Ida;Quast;Quast Pumpen;ida@quast.example\n");
    auto const third = import("stand-juli.csv", first.substr(0, first.find("Eva")) + "Ida;Quast;Quast Ventile;ida@quast.example\n");
    BOOST_TEST(third.gone == 1);
    BOOST_TEST(third.updated == 1);
    BOOST_TEST(find(third, "Quast").row.organisation == "Quast Ventile");
    BOOST_TEST(attendances(notebook, third.event).size() == 4);
}

BOOST_FIXTURE_TEST_CASE(rows_of_one_name_and_mailbox_come_apart_and_stay_apart, Fixture)
{
    auto const list = std::string{"Name;Firma;Funktion;E-Mail\nKarl Brandl;Brandl Guss;Inhaber;brandl@guss.example\nJens Albers;Albers Tee;;jens@albers.example\n"
                                  "Karl Brandl;Brandl Guss;Lehrling;brandl@guss.example\n"};
    auto const result = import("list.csv", list);
    BOOST_TEST(result.added == 2);
    BOOST_TEST(result.merged == 1);
    auto const rows = attendances(notebook, result.event);
    BOOST_REQUIRE(rows.size() == 3);
    BOOST_TEST((rows[0].person == rows[2].person));
    auto const son = split_rows(notebook, rows[0].person, {rows[2].id}, {});
    BOOST_TEST(attendances(notebook, son)[0].row.role == "Lehrling");
    BOOST_TEST(attendances(notebook, rows[0].person)[0].row.role == "Inhaber");
    auto const again = import("list.csv", list + "Eva Lindner;Lindner Bau;;eva@lindner.example\n");
    BOOST_TEST(again.added == 1);
    BOOST_TEST(again.updated == 0);
    BOOST_TEST(attendances(notebook, son).size() == 1);
    BOOST_TEST(attendances(notebook, rows[0].person).size() == 1);
    auto const promoted = import("list.csv", list.substr(0, list.rfind("Karl")) + "Karl Brandl;Brandl Guss;Geselle;brandl@guss.example\n");
    BOOST_TEST(promoted.updated == 1);
    BOOST_TEST(attendances(notebook, son)[0].row.role == "Geselle");
    BOOST_TEST(attendances(notebook, rows[0].person)[0].row.role == "Inhaber");
}

BOOST_FIXTURE_TEST_CASE(the_row_of_another_list_comes_apart_and_stays_apart, Fixture)
{
    auto const result = import("teilnehmer.csv", first);
    auto const speakers = std::string{"Name;E-Mail;Vortrag\nEva Lindner;eva@lindner.example;Pumpen im Bau\n"};
    import("referenten.csv", speakers);
    auto const eva = find(result, "Lindner").person;
    auto const rows = attendances(notebook, eva); // the newest first
    BOOST_REQUIRE(rows.size() == 2);
    auto const other = split_rows(notebook, eva, {rows[0].id}, {});
    auto const again = import("referenten.csv", speakers + "Uwe Sattler;uwe@sattler.example;Dichtungen\n");
    BOOST_TEST(again.updated + again.gone == 0);
    BOOST_TEST(attendances(notebook, eva).size() == 1);
    BOOST_TEST(attendances(notebook, eva)[0].row.talks.empty());
    BOOST_TEST(attendances(notebook, other)[0].row.talks.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(many_new_people_are_found_by_the_search_like_few, Fixture)
{
    std::string many = "Vorname;Nachname;Firma\n";
    for (int index = 0; index < 700; ++index) {
        many += "Heike;Peters-" + std::string(1, static_cast<char>('A' + index % 26)) + std::string(1, static_cast<char>('a' + index / 26)) + "hn;Peters Textil\n";
    }
    BOOST_TEST(import("list.csv", many).added == 700);
    refresh_search(notebook);
    BOOST_TEST(count_in_index(notebook, "heike", 1000) == 700u);
    BOOST_TEST(import("list.csv", many + "Heike;Nachzügler;Peters Textil\n").added == 1);
    refresh_search(notebook);
    BOOST_TEST(count_in_index(notebook, "heike", 1000) == 701u);
}

BOOST_FIXTURE_TEST_CASE(whoever_cancelled_is_kept_and_marked, Fixture)
{
    auto const result = import("list.csv", "Name;Firma;Status\nHeike Peters;Peters Textil;storniert\nJens Albers;Albers Tee;angemeldet\n");
    BOOST_TEST((find(result, "Peters").row.status == AttendanceStatus::cancelled));
    BOOST_TEST((find(result, "Albers").row.status == AttendanceStatus::coming));
}

BOOST_FIXTURE_TEST_CASE(a_stop_leaves_nothing_behind, Fixture)
{
    std::stop_source source;
    source.request_stop();
    Watch watch;
    watch.stop = source.get_token();
    auto const list = read_list("list.csv", first, {}, {});
    BOOST_CHECK_THROW(import_list(notebook, list, event, {}, watch), Interrupted);
    BOOST_TEST(known_people(notebook).empty());
    BOOST_TEST(events(notebook).empty());
}

BOOST_AUTO_TEST_SUITE_END()
