// SPDX-License-Identifier: MIT
// What is decided after a talk is kept and undone exactly.
#include "review/after_talks.hpp"

#include "follow_up/agenda.hpp"
#include "follow_up/clock.hpp"
#include "review/contact_text.hpp"
#include "review/decisions.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/follow_ups.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <optional>
#include <string>

BOOST_AUTO_TEST_SUITE(after_talks)

using namespace knowwho;

PersonName name_of(std::string const& given, std::string const& family)
{
    auto name = PersonName{};
    name.written = given + ' ' + family;
    name.given = given;
    name.family = family;
    return name;
}

/// Anna was met, and was promised something.
struct TalkFixture {
    Notebook notebook = Notebook::in_memory();
    Instant now{std::chrono::seconds{1'795'622'400}};
    EventId event = ensure_event(notebook, {{}, "Pumpentag", "", {}, {}, now});
    PersonId anna = add_person(notebook, name_of("Anna", "Amsel"));

    NotedEncounter meet(std::optional<PersonName> newcomer = {})
    {
        auto note = EncounterNote{};
        note.encounter.person = newcomer ? PersonId{} : anna;
        note.encounter.event = event;
        note.encounter.happened_at = now;
        note.encounter.talked = "Lager";
        note.encounter.interests = "Rudern";
        note.promises.push_back(parse_promise("Benchmark schicken bis 2026-12-01", false));
        note.newcomer = std::move(newcomer);
        auto transaction = Transaction{notebook};
        auto const before = note.newcomer ? std::nullopt : find_contact(notebook, anna);
        auto noted = note_encounter(notebook, std::move(note), now);
        add_met_change(notebook, event, noted, before, now);
        transaction.commit();
        return noted;
    }

    FollowUp promise() const
    {
        for (auto const& one : follow_ups(notebook)) {
            if (one.kind == FollowUpKind::promise) {
                return one;
            }
        }
        BOOST_FAIL("no promise");
        return {};
    }

    void decide(std::string const& value) { knowwho::decide(notebook, {event, anna, decision::follow_up, promise().id.value, value}, now); }
};

BOOST_FIXTURE_TEST_CASE(a_follow_up_is_done_moved_and_dropped_with_a_reason_and_all_of_it_is_undone, TalkFixture)
{
    meet();
    auto const due = promise().due;
    decide("done");
    BOOST_TEST((promise().state == FollowUpState::done));
    BOOST_TEST((promises(notebook, anna).front().state == PromiseState::kept));
    undo_newest(notebook, event, now);
    BOOST_TEST((promise().state == FollowUpState::open));
    BOOST_TEST((promises(notebook, anna).front().state == PromiseState::open));
    BOOST_TEST((promises(notebook, anna).front().closed_at == Instant{}));
    decide("later\n2026-12-24");
    BOOST_TEST((promise().due == end_of({2026, 12, 24})));
    decide("dropped\nfalsche Person");
    BOOST_TEST(promise().reason == "falsche Person");
    BOOST_TEST((promises(notebook, anna).front().state == PromiseState::dropped));
    undo_newest(notebook, event, now);
    undo_newest(notebook, event, now);
    BOOST_TEST((promise().due == due));
    BOOST_TEST(promise().reason.empty());
}

BOOST_FIXTURE_TEST_CASE(what_makes_no_sense_of_a_follow_up_is_refused, TalkFixture)
{
    meet();
    for (auto const* const value : {"dropped", "dropped\n  ", "later\n", "later\n2026-12", "gone", ""}) {
        BOOST_CHECK_THROW(decide(value), Error);
    }
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, anna, decision::follow_up, 4711, "done"}, now), Error);
    auto const other = add_person(notebook, name_of("Bert", "Buche"));
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, other, decision::follow_up, promise().id.value, "done"}, now), Error);
    BOOST_TEST((promise().state == FollowUpState::open));
}

BOOST_FIXTURE_TEST_CASE(an_encounter_is_taken_back_with_all_that_came_of_it, TalkFixture)
{
    auto known = Contact{};
    known.person = anna;
    known.source = "adressen.vcf";
    known.wants = "leisere Pumpen";
    save_contact(notebook, known);
    auto const seen = remark(notebook, anna).revision;
    meet();
    BOOST_TEST(find_contact(notebook, anna)->interests == "Rudern");
    BOOST_TEST(remark(notebook, anna).revision > seen);
    undo_newest(notebook, event, now);
    BOOST_TEST(encounters(notebook).empty());
    BOOST_TEST(follow_ups(notebook).empty());
    BOOST_TEST(promises(notebook).empty());
    BOOST_TEST((find_contact(notebook, anna) == known));
}

BOOST_FIXTURE_TEST_CASE(somebody_who_came_by_an_encounter_goes_with_it, TalkFixture)
{
    auto const noted = meet(name_of("Cleo", "Distel"));
    BOOST_TEST(find_acquaintance(notebook, noted.person).has_value());
    undo_newest(notebook, event, now);
    BOOST_TEST(!find_acquaintance(notebook, noted.person).has_value());
    BOOST_TEST(find_acquaintance(notebook, anna).has_value());
}

BOOST_FIXTURE_TEST_CASE(an_encounter_after_which_something_was_done_stays, TalkFixture)
{
    meet();
    close_follow_up(notebook, promise(), FollowUpState::done, {}, now); // as the command does
    BOOST_CHECK_THROW(undo_newest(notebook, event, now), Error);
    BOOST_TEST(encounters(notebook).size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(kept_on_purpose_and_back_leaves_no_contact_behind, TalkFixture)
{
    knowwho::decide(notebook, {event, anna, decision::kept, 0, "yes"}, now);
    BOOST_TEST(find_contact(notebook, anna)->kept);
    undo_newest(notebook, event, now);
    BOOST_TEST(!find_contact(notebook, anna).has_value());
    meet();
    knowwho::decide(notebook, {event, anna, decision::kept, 0, "yes"}, now);
    undo_newest(notebook, event, now);
    BOOST_TEST(!find_contact(notebook, anna)->kept);
    BOOST_TEST(find_contact(notebook, anna)->source == "met");
}

BOOST_FIXTURE_TEST_CASE(who_saw_an_older_state_is_told_and_nothing_changes, TalkFixture)
{
    meet();
    auto const seen = remark(notebook, anna).revision;
    decide("done");
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, anna, decision::follow_up, promise().id.value, "dropped\nso"}, now, seen), StaleRevision);
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, anna, decision::kept, 0, "yes"}, now, seen), StaleRevision);
    BOOST_TEST((promise().state == FollowUpState::done));
}

BOOST_AUTO_TEST_CASE(a_contact_comes_back_from_its_text_as_it_was)
{
    auto contact = Contact{};
    contact.person = {17};
    contact.organisation = "B\"öse\" & Söhne\n\\";
    contact.card = "BEGIN:VCARD\r\nEND:VCARD\r\n";
    contact.note = "eine\nzwei";
    contact.rhythm_days = 30;
    contact.asleep = true;
    contact.kept = true;
    contact.added_at = Instant{std::chrono::seconds{1'795'622'400}};
    BOOST_TEST((contact_from_text(contact_as_text(contact)) == contact));
    BOOST_TEST(contact_as_text(std::nullopt).empty());
    for (auto const* const text : {"", "{", "[]", "17"}) {
        BOOST_TEST(!contact_from_text(text).has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_contact_comes_back_from_its_text_and_from_no_other)
{
    auto contact = Contact{};
    contact.person = PersonId{7};
    contact.wants = "fewer stops";
    contact.vdir = "/book";
    BOOST_TEST((contact_from_text(contact_as_text(contact)) == contact));
    for (auto const* const text : {"", "no JSON", "[]", R"({"person":"seven"})", R"({"role":7})"}) {
        BOOST_TEST(!contact_from_text(text), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
