// SPDX-License-Identifier: MIT
#include "follow_up/noting.hpp"

#include "follow_up/agenda.hpp"
#include "follow_up/clock.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/follow_ups.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace knowwho::test_noting {
namespace {

using namespace std::chrono;

Instant const evening = sys_days{2026y / November / 26} + hours{18};

PersonName name(std::string const& given, std::string const& family)
{
    auto made = PersonName{};
    made.written = given + " " + family;
    made.given = given;
    made.family = family;
    return made;
}

struct Fixture {
    Notebook notebook = Notebook::in_memory();
    PersonId wenke = add_person(notebook, name("Wenke", "Thode"));
    PersonId ines = add_person(notebook, name("Ines", "Overkamp"));

    EncounterNote talk(std::string const& about = "sensors")
    {
        auto note = EncounterNote{};
        note.encounter.person = wenke;
        note.encounter.happened_at = evening;
        note.encounter.talked = about;
        return note;
    }
};

std::vector<std::string> tasks(Notebook const& notebook, Instant now)
{
    auto all = std::vector<std::string>{};
    for (auto const& item : agenda(notebook, Which::open, now)) {
        all.push_back(what_to_do(item));
    }
    return all;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(noting, Fixture)

BOOST_AUTO_TEST_CASE(a_talk_asks_for_thanks_within_72_hours)
{
    auto const noted = note_encounter(notebook, talk(), evening);
    BOOST_REQUIRE_EQUAL(noted.follow_ups.size(), 1);
    BOOST_TEST((noted.follow_ups.front().kind == FollowUpKind::thanks));
    BOOST_TEST((noted.follow_ups.front().due == evening + hours{72}));
}

BOOST_AUTO_TEST_CASE(the_clock_starts_with_the_encounter_not_with_the_note)
{
    note_encounter(notebook, talk(), evening + hours{60});
    auto const open = open_follow_ups(notebook);
    BOOST_REQUIRE_EQUAL(open.size(), 1);
    BOOST_TEST((open.front().due == evening + hours{72}));
}

BOOST_AUTO_TEST_CASE(introductions_by_others_come_first_then_promises_then_thanks)
{
    auto note = talk();
    note.encounter.introduced_by = ines;
    note.promises = {parse_promise("benchmark", false)};
    note_encounter(notebook, note, evening);
    auto other = talk();
    other.encounter.person = add_person(notebook, name("Maren", "Uhlig"));
    note_encounter(notebook, other, evening);
    auto const expected = std::vector<std::string>{"thank for the introduction to Wenke Thode", "keep your promise: benchmark",
        "thank for the talk and ask for the contact", "thank for the talk and ask for the contact",
        "tell what came of the introduction to Wenke Thode"};
    BOOST_TEST(tasks(notebook, evening) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_overdue_comes_before_everything)
{
    auto note = talk();
    note.promises = {parse_promise("book by 2026-12-24", false)};
    note.encounter.introduced_by = ines;
    note_encounter(notebook, note, evening);
    auto const late = tasks(notebook, evening + days{29});
    BOOST_TEST(late.front() == "thank for the introduction to Wenke Thode");
    BOOST_TEST(late.back() == "tell what came of the introduction to Wenke Thode");
}

BOOST_AUTO_TEST_CASE(a_promise_with_a_date_is_due_on_that_day)
{
    auto note = talk();
    note.promises = {parse_promise("Benchmark schicken bis 2026-12-01", false)};
    auto const noted = note_encounter(notebook, note, evening);
    BOOST_TEST((noted.follow_ups.front().due == sys_days{2026y / December / 1} + hours{17}));
    BOOST_TEST(promises(notebook, wenke).front().what == "Benchmark schicken");
}

BOOST_AUTO_TEST_CASE(the_same_note_twice_changes_nothing)
{
    note_encounter(notebook, talk(), evening);
    auto const again = note_encounter(notebook, talk(), evening + hours{1});
    BOOST_TEST(again.known_already);
    BOOST_TEST(encounters(notebook).size() == 1);
    BOOST_TEST(open_follow_ups(notebook).size() == 1);
}

BOOST_AUTO_TEST_CASE(the_same_page_read_again_an_hour_later_changes_nothing)
{
    auto first = talk();
    first.promises = {parse_promise("Paper bis Freitag", false)};
    note_encounter(notebook, first, evening);
    auto again = first;
    again.encounter.happened_at += hours{1};
    BOOST_TEST(note_encounter(notebook, again, evening + hours{1}).known_already);
    again.encounter.happened_at += days{1};
    BOOST_TEST(!note_encounter(notebook, again, evening + days{1}).known_already);
}

BOOST_AUTO_TEST_CASE(a_deadline_in_words_counts_from_the_encounter)
{
    auto note = talk();
    note.promises = {parse_promise("Paper bis Freitag", false), parse_promise("die Studie bis Ende Januar", true), parse_promise("anrufen, bis es klappt", false)};
    note_encounter(notebook, note, evening + days{9});
    auto const given = promises(notebook, wenke);
    BOOST_REQUIRE_EQUAL(given.size(), 3);
    BOOST_TEST(given[0].what == "Paper");
    BOOST_TEST(to_iso(*given[0].due) == "2026-11-27");
    BOOST_TEST(to_iso(*given[1].due) == "2027-01-31");
    BOOST_TEST(given[2].what == "anrufen, bis es klappt");
    BOOST_TEST(!given[2].due.has_value());
}

BOOST_AUTO_TEST_CASE(another_promise_in_the_same_note_is_news)
{
    note_encounter(notebook, talk(), evening);
    auto richer = talk();
    richer.promises = {parse_promise("benchmark", false)};
    BOOST_TEST(!note_encounter(notebook, richer, evening + hours{1}).known_already);
}

BOOST_AUTO_TEST_CASE(whoever_was_met_is_a_contact_and_interests_pile_up)
{
    auto note = talk();
    note.encounter.interests = "rowing";
    note_encounter(notebook, note, evening);
    auto later = talk("gears");
    later.encounter.interests = "sailing";
    note_encounter(notebook, later, evening + days{3});
    auto const contact = find_contact(notebook, wenke);
    BOOST_REQUIRE(contact);
    BOOST_TEST(contact->interests == "rowing; sailing");
    BOOST_TEST(contact->source == "met");
}

BOOST_AUTO_TEST_CASE(a_newcomer_is_added_with_organisation)
{
    auto note = talk();
    note.newcomer = name("Ottokar", "Bense");
    note.contact.organisation = "Sparkasse Unterland";
    auto const noted = note_encounter(notebook, note, evening);
    auto const person = find_acquaintance(notebook, noted.person);
    BOOST_REQUIRE(person);
    BOOST_TEST(person->name.family == "Bense");
    BOOST_TEST(person->organisation == "Sparkasse Unterland");
}

BOOST_AUTO_TEST_CASE(a_note_about_somebody_asks_for_no_thanks)
{
    auto note = talk();
    note.encounter.kind = EncounterKind::note;
    BOOST_TEST(note_encounter(notebook, note, evening).follow_ups.empty());
}

BOOST_AUTO_TEST_CASE(a_follow_up_done_keeps_its_promise)
{
    auto note = talk();
    note.promises = {parse_promise("benchmark", false)};
    auto const noted = note_encounter(notebook, note, evening);
    close_follow_up(notebook, noted.follow_ups.front(), FollowUpState::done, {}, evening + hours{5});
    BOOST_TEST((promises(notebook, wenke).front().state == PromiseState::kept));
    BOOST_TEST((promises(notebook, wenke).front().closed_at == evening + hours{5}));
}

BOOST_AUTO_TEST_CASE(an_event_closes_when_everybody_met_has_a_state)
{
    auto note = talk();
    note.encounter.event = ensure_event(notebook, {{}, "Testtag", "Hannover", {}, {}, evening});
    auto const noted = note_encounter(notebook, note, evening);
    BOOST_TEST(event_states(notebook).front().open == 1);
    close_follow_up(notebook, noted.follow_ups.front(), FollowUpState::dropped, "wrong person", evening);
    BOOST_TEST(event_states(notebook).front().open == 0);
    BOOST_TEST(event_states(notebook).front().met == 1);
}

BOOST_AUTO_TEST_CASE(promises_are_read_in_both_languages)
{
    struct Case {
        std::string words, what, due;
    };
    for (auto const& [words, what, due] : std::vector<Case>{{"Benchmark schicken bis 2026-12-01", "Benchmark schicken", "2026-12-01"},
             {"Benchmark schicken bis zum 2026-12-01", "Benchmark schicken", "2026-12-01"},
             {"send it by 2026-12", "send it", "2026-12"}, {"stand by the press", "stand by the press", ""},
             {" Kontakt zum Institut. ", "Kontakt zum Institut.", ""}}) {
        auto const promise = parse_promise(words, false);
        BOOST_TEST(promise.what == what);
        BOOST_TEST((promise.due ? to_iso(*promise.due) : "") == due);
    }
}

BOOST_AUTO_TEST_CASE(time_is_told_in_plain_words)
{
    BOOST_TEST(time_left(evening + hours{72}, evening) == "due in 3 days");
    BOOST_TEST(time_left(evening + hours{5}, evening) == "due in 5 hours");
    BOOST_TEST(time_left(evening + minutes{5}, evening) == "due now");
    BOOST_TEST(time_left(evening, evening + hours{49}) == "overdue by 2 days");
    BOOST_TEST(time_left(evening, evening + hours{1}) == "overdue by 1 hour");
    BOOST_TEST((end_of({2028, 2, 0}) == sys_days{2028y / February / 29} + hours{17}));
    BOOST_TEST((end_of({2028, 0, 0}) == sys_days{2028y / December / 31} + hours{17}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_noting
