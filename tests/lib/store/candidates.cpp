// SPDX-License-Identifier: MIT
#include "store/candidates.hpp"

#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho::test_candidates {
namespace {

/// One person on the list of attendees and on that of the speakers.
struct Fixture {
    Notebook book = Notebook::in_memory();
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    ListId attendees = add_list(book, {{}, event, "teilnehmer.csv", "csv", "", "h1", 1, Instant{}});
    ListId speakers = add_list(book, {{}, event, "vortragende.csv", "csv", "", "h2", 1, Instant{}});
    PersonId person = add_person(book, PersonName{});

    static RosterRow row(std::string role, std::string talk)
    {
        auto made = RosterRow{};
        made.name.written = "Maren Uhlig";
        made.role = std::move(role);
        if (!talk.empty()) {
            made.talks.push_back({std::move(talk), "", "Saal 1", "", ""});
        }
        return made;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(candidates, Fixture)

BOOST_AUTO_TEST_CASE(somebody_on_two_lists_of_an_event_is_one_candidate)
{
    add_attendance(book, event, attendees, person, row("", ""));
    add_attendance(book, event, speakers, person, row("Werkleiterin", "Zahnräder"));
    auto const all = load_candidates(book, event);
    BOOST_REQUIRE(all.size() == 1);
    BOOST_TEST(all.front().attendance.list_file == "teilnehmer.csv");
    BOOST_TEST(all.front().attendance.row.role == "Werkleiterin");
    BOOST_TEST(all.front().attendance.row.talks.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_row_that_is_gone_yields_to_one_that_is_there)
{
    auto const old = add_attendance(book, event, attendees, person, row("alt", ""));
    add_attendance(book, event, speakers, person, row("neu", ""));
    mark_gone(book, std::vector{old});
    auto const all = load_candidates(book, event);
    BOOST_REQUIRE(all.size() == 1);
    BOOST_TEST(!all.front().attendance.gone);
    BOOST_TEST(all.front().attendance.row.role == "neu");
}

BOOST_AUTO_TEST_CASE(evidence_comes_with_its_person)
{
    add_attendance(book, event, attendees, person, row("", ""));
    auto page = Page{};
    page.file = "a.html";
    auto const snippet = save_snippet(book, {{}, save_page(book, page), "Maren Uhlig baut um.", 0, Language::german});
    save_link(book, {snippet, person, 0.995, LinkState::quotable, false, {}});
    BOOST_TEST(load_candidates(book, event).front().evidence.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_candidates
