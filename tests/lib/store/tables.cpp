// SPDX-License-Identifier: MIT
// What goes into the tables comes out of them again.
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/content_hash.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>

namespace knowwho::test_tables {
namespace {

/// A notebook with one event, one list and one attendee.
struct Fixture {
    Notebook book = Notebook::in_memory();
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    ListId list = add_list(book, {{}, event, "liste.csv", "csv", "UTF-8", "h1", 1, Instant{}});
    PersonId person = add_person(book, anna());
    AttendanceId attendance = add_attendance(book, event, list, person, row());

    static PersonName anna()
    {
        auto name = PersonName{};
        name.written = "Dr. Anna Ährenfeld";
        name.salutation = Salutation::mrs;
        name.title = "Dr.";
        name.given = "Anna";
        name.family = "Ährenfeld";
        name.confidence = 0.75;
        return name;
    }

    static RosterRow row()
    {
        auto made = RosterRow{};
        made.line = 7;
        made.raw = {{"Name", "Dr. Anna Ährenfeld"}, {"", "\"quoted\"\tcell"}, {"Firma", "bad \xff bytes"}};
        made.name = anna();
        made.organisation = "Ährenfeld & Söhne GmbH";
        made.role = "Geschäftsführerin";
        made.status = AttendanceStatus::waiting;
        made.others = {{"Essen", "vegetarisch"}};
        made.talks = {{"Wartung", "Worum es geht", "Saal 3", "2026-11-26 14:00", ""}};
        return made;
    }

    PageId page(std::string const& file, std::string const& hash = "p1")
    {
        auto made = Page{};
        made.file = file;
        made.title = "Interview";
        made.authors = {"Karl Kamp"};
        made.published = PartialDate{2026, 5};
        made.language = Language::german;
        made.kind = PageKind::article;
        made.text = "Anna sagt etwas.";
        made.content_hash = hash;
        return save_page(book, made);
    }

    SnippetId snippet(PageId page_id)
    {
        return save_snippet(book, {{}, page_id, "Anna sagt etwas.", 0, Language::german});
    }

    void link(SnippetId snippet_id, LinkState state, bool by_user = false)
    {
        save_link(book, {snippet_id, person, 0.995, state, by_user, {{"name", "Anna Ährenfeld", 3.5}}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(tables, Fixture)

BOOST_AUTO_TEST_CASE(an_attendance_keeps_everything_of_its_row)
{
    auto const all = attendances(book, event);
    BOOST_REQUIRE(all.size() == 1);
    auto const& read = all.front().row;
    BOOST_TEST(all.front().list_file == "liste.csv");
    BOOST_TEST(read.line == 7);
    BOOST_TEST((read.name == anna()));
    BOOST_TEST(read.organisation == "Ährenfeld & Söhne GmbH");
    BOOST_TEST((read.status == AttendanceStatus::waiting));
    BOOST_TEST((read.others == row().others));
    BOOST_TEST((read.talks == row().talks));
    BOOST_TEST(read.raw.size() == 3);
    BOOST_TEST((*std::next(read.raw.begin())).value == "\"quoted\"\tcell");
    BOOST_TEST(row_fingerprint(read) == row_fingerprint(row()));
}

BOOST_AUTO_TEST_CASE(raw_cells_are_left_out_when_nobody_needs_them)
{
    BOOST_TEST(attendances(book, event, RawCells::leave).front().row.raw.empty());
}

BOOST_AUTO_TEST_CASE(an_updated_attendance_is_not_gone_any_more)
{
    mark_gone(book, std::vector{attendance});
    BOOST_TEST(attendances(book, event).front().gone);
    auto changed = row();
    changed.role = "Beirätin";
    update_attendance(book, attendance, list, changed);
    BOOST_TEST(!attendances(book, person).front().gone);
    BOOST_TEST(attendances(book, person).front().row.role == "Beirätin");
}

BOOST_AUTO_TEST_CASE(a_known_person_comes_with_what_the_latest_list_said)
{
    auto later = row();
    later.organisation = "Neue Firma AG";
    auto const next = ensure_event(book, {{}, "Messe", "", {}, {}, Instant{}});
    add_attendance(book, next, list, person, later);
    auto const known = known_people(book);
    BOOST_REQUIRE(known.size() == 2);
    BOOST_TEST(known.front().organisation == "Neue Firma AG");
    BOOST_TEST(known.front().name.family == "Ährenfeld");
}

BOOST_AUTO_TEST_CASE(behind_it_comes_what_earlier_lists_and_contacts_said)
{
    auto later = row();
    later.organisation = "Neue Firma AG";
    auto const next = ensure_event(book, {{}, "Messe", "", {}, {}, Instant{}});
    add_attendance(book, next, list, person, later);
    auto contact = Contact{};
    contact.person = person;
    contact.email = "privat@post.example";
    contact.organisation = "Verein Ährenfeld";
    save_contact(book, contact);
    auto const known = known_people(book);
    BOOST_REQUIRE(known.size() == 3);
    BOOST_TEST(std::ranges::count(known, row().organisation, &KnownPerson::organisation) == 1);
    BOOST_TEST(std::ranges::count(known, std::string{"Verein Ährenfeld"}, &KnownPerson::organisation) == 1);
    BOOST_TEST(std::ranges::all_of(known, [&](KnownPerson const& one) { return one.id == person; }));
}

BOOST_AUTO_TEST_CASE(a_list_is_known_again_by_its_bytes)
{
    BOOST_TEST(find_list(book, event, "h1").has_value());
    BOOST_TEST(!find_list(book, event, "h2").has_value());
    BOOST_TEST(lists(book, event).size() == 1);
}

BOOST_AUTO_TEST_CASE(an_event_keeps_what_a_later_word_leaves_open)
{
    ensure_event(book, {{}, "Forum", "Hannover", PartialDate{2026, 11, 26}, {}, Instant{}});
    ensure_event(book, {{}, "Forum", "", {}, {}, Instant{std::chrono::seconds{5}}});
    auto const read = find_event(book, "Forum");
    BOOST_TEST(read->place == "Hannover");
    BOOST_TEST(read->starts.has_value());
    BOOST_TEST(read->last_used.time_since_epoch().count() == 5);
}

BOOST_AUTO_TEST_CASE(only_quotable_evidence_is_handed_to_the_report)
{
    link(snippet(page("a.html")), LinkState::quotable);
    link(snippet(page("b.html", "p2")), LinkState::question);
    link(snippet(page("c.html", "p3")), LinkState::rejected);
    auto const quotable = quotable_evidence(book, event);
    BOOST_REQUIRE(quotable.contains(person));
    BOOST_REQUIRE(quotable.at(person).size() == 1);
    auto const& one = quotable.at(person).front();
    BOOST_TEST(one.page.file == "a.html");
    BOOST_TEST(to_iso(*one.page.published) == "2026-05");
    BOOST_TEST(one.page.authors.front() == "Karl Kamp");
    BOOST_TEST(one.snippet.quote == "Anna sagt etwas.");
    BOOST_TEST(one.link.signals.front().weight == 3.5);
    BOOST_TEST(all_evidence(book, person).size() == 3);
    BOOST_TEST(open_questions(book, event).size() == 1);
}

BOOST_AUTO_TEST_CASE(the_users_answer_is_never_overwritten_by_the_program)
{
    auto const shown = snippet(page("a.html"));
    link(shown, LinkState::question);
    link(shown, LinkState::rejected, true);
    link(shown, LinkState::quotable);
    BOOST_TEST((all_evidence(book, person).front().link.state == LinkState::rejected));
    link(shown, LinkState::quotable, true);
    BOOST_TEST((all_evidence(book, person).front().link.state == LinkState::quotable));
}

BOOST_AUTO_TEST_CASE(a_page_read_again_replaces_its_reading_but_keeps_what_the_user_decided)
{
    auto const first = page("a.html");
    link(snippet(first), LinkState::question, true);
    auto const undecided = save_snippet(book, {{}, first, "etwas", 10, Language::german});
    link(undecided, LinkState::question);
    BOOST_TEST((page("a.html", "changed") == first));
    BOOST_TEST(all_evidence(book, person).size() == 1);
    BOOST_TEST(find_page(book, "changed").has_value());
    BOOST_TEST(!find_page(book, "p1").has_value());
}

BOOST_AUTO_TEST_CASE(saving_a_snippet_twice_gives_one)
{
    auto const one = page("a.html");
    BOOST_TEST((snippet(one) == snippet(one)));
}

BOOST_AUTO_TEST_CASE(content_hashes_are_those_of_the_standard)
{
    BOOST_TEST(content_hash("") == "6c62272e07bb014262b821756295c58d");
    BOOST_TEST(content_hash("a") == "d228cb696f1a8caf78912b704e4a8964");
    BOOST_TEST(content_hash("foobar") == "343e1662793c64bf6f0d3597ba446f18");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_tables
