// SPDX-License-Identifier: MIT
// What the user decides: kept, told apart by revision, undone exactly.
#include "review/decided_goals.hpp"
#include "review/decisions.hpp"

#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/events.hpp"
#include "store/judgements.hpp"
#include "store/lists.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(decisions)

using namespace knowwho;

/// Two people on the list of one event, and a page that may be about the first.
struct Fixture {
    Notebook notebook = Notebook::in_memory();
    Instant now{std::chrono::seconds{1'795'622'400}};
    EventId event = ensure_event(notebook, {{}, "Pumpentag", "", {}, {}, now});
    PersonId anna = add("Anna Amsel", "Pumpenwerk");
    PersonId bert = add("Bert Buche", "Walzwerk");
    PageId read_page = add_page();

    PersonId add(std::string const& name, std::string const& organisation)
    {
        auto row = RosterRow{};
        row.name.written = name;
        row.name.given = name.substr(0, name.find(' '));
        row.name.family = name.substr(name.find(' ') + 1);
        row.organisation = organisation;
        auto const list = add_list(notebook, {{}, event, name + ".csv", "csv", "UTF-8", name, 1, now});
        auto const person = add_person(notebook, row.name);
        add_attendance(notebook, event, list, person, row);
        return person;
    }

    PageId add_page()
    {
        auto text = Page{};
        text.file = "a.html";
        text.content_hash = "1";
        auto const id = save_page(notebook, text);
        for (int position : {0, 100}) {
            auto snippet = Snippet{{}, id, "Anna Amsel sagt etwas.", position, Language::german};
            save_link(notebook, {save_snippet(notebook, snippet), anna, 0.5, LinkState::question, false, {}});
        }
        return id;
    }

    std::optional<ChangeId> decide(std::string_view what, std::string value, std::int64_t subject = 0)
    {
        return knowwho::decide(notebook, {event, what == decision::weights ? PersonId{} : anna, what, subject, std::move(value)}, now);
    }

    std::vector<LinkState> states()
    {
        auto all = std::vector<LinkState>{};
        for (auto const& link : links_of_page(notebook, anna, read_page)) {
            all.push_back(link.state);
        }
        return all;
    }
};

BOOST_FIXTURE_TEST_CASE(a_mark_is_with_the_candidate_from_then_on, Fixture)
{
    BOOST_TEST(decide(decision::mark, "pinned").has_value());
    auto const people = load_candidates(notebook, event);
    BOOST_TEST((people[0].mark == Mark::pinned));
    BOOST_TEST((people[1].mark == Mark::none));
    BOOST_TEST(!decide(decision::mark, "pinned").has_value());
    BOOST_TEST(changes(notebook, event, 10).size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(whoever_saw_an_older_state_overwrites_nothing, Fixture)
{
    auto const seen = remark(notebook, anna).revision;
    decide(decision::note, "die eine");
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, anna, decision::note, 0, "die andere"}, now, seen), StaleRevision);
    BOOST_TEST(remark(notebook, anna).note == "die eine");
    BOOST_TEST(changes(notebook, event, 10).size() == 1u);
    knowwho::decide(notebook, {event, anna, decision::note, 0, "die andere"}, now, remark(notebook, anna).revision);
    BOOST_TEST(remark(notebook, anna).note == "die andere");
}

BOOST_FIXTURE_TEST_CASE(every_kind_of_decision_counts_the_revision, Fixture)
{
    auto last = remark(notebook, anna).revision;
    auto const counts = [&](std::string_view what, std::string value, std::int64_t subject = 0) {
        decide(what, std::move(value), subject);
        auto const now_at = remark(notebook, anna).revision;
        BOOST_TEST(now_at > last, what);
        last = now_at;
    };
    counts(decision::mark, "vetoed");
    counts(decision::note, "eine Notiz");
    counts(decision::tags, "Pumpen\nKunde");
    counts(decision::do_not_mention, "die Insolvenz");
    counts(decision::because, "Titel\nweil es so ist.");
    counts(decision::openers, "Wie klingt ein Lager kurz davor?");
    counts(decision::answer, "yes", read_page.value);
    counts(decision::different, "yes", bert.value);
}

BOOST_FIXTURE_TEST_CASE(undo_takes_back_the_newest_first_and_leaves_what_was_there, Fixture)
{
    decide(decision::note, "die erste");
    decide(decision::mark, "pinned");
    decide(decision::note, "die zweite");
    decide(decision::tags, "Pumpen");
    BOOST_TEST(undo_newest(notebook, event, now)->what == "tags");
    BOOST_TEST(remark(notebook, anna).tags.empty());
    undo_newest(notebook, event, now);
    BOOST_TEST(remark(notebook, anna).note == "die erste");
    BOOST_TEST((judgement(notebook, event, anna).mark == Mark::pinned));
    undo_newest(notebook, event, now);
    undo_newest(notebook, event, now);
    BOOST_TEST(remark(notebook, anna).note.empty());
    BOOST_TEST((judgement(notebook, event, anna) == Judgement{}));
    BOOST_TEST(!undo_newest(notebook, event, now).has_value());
}

BOOST_FIXTURE_TEST_CASE(an_answer_holds_for_all_pieces_of_the_page_and_can_be_taken_back, Fixture)
{
    decide(decision::answer, "yes", read_page.value);
    BOOST_TEST((states() == std::vector{LinkState::quotable, LinkState::quotable}));
    BOOST_TEST(load_candidates(notebook, event)[0].evidence.size() == 2u);
    decide(decision::answer, "no", read_page.value);
    BOOST_TEST((states() == std::vector{LinkState::rejected, LinkState::rejected}));
    undo_newest(notebook, event, now);
    undo_newest(notebook, event, now);
    BOOST_TEST((states() == std::vector{LinkState::question, LinkState::question}));
    BOOST_TEST(!links_of_page(notebook, anna, read_page).front().by_user);
}

BOOST_FIXTURE_TEST_CASE(not_sure_is_an_answer_that_the_program_does_not_change, Fixture)
{
    decide(decision::answer, "unsure", read_page.value);
    BOOST_TEST((states() == std::vector{LinkState::question, LinkState::question}));
    auto link = links_of_page(notebook, anna, read_page).front();
    link.by_user = false;
    link.state = LinkState::quotable;
    save_link(notebook, link);
    BOOST_TEST((states().front() == LinkState::question));
}

BOOST_FIXTURE_TEST_CASE(a_merge_and_a_split_are_undone_with_all_that_was_decided, Fixture)
{
    decide(decision::note, "über Anna");
    knowwho::decide(notebook, {event, bert, decision::note, 0, "über Bert"}, now);
    knowwho::decide(notebook, {event, bert, decision::mark, 0, "pinned"}, now);
    decide(decision::merge, "dieselbe", bert.value);
    BOOST_TEST(known_people(notebook).front().id.value == anna.value);
    BOOST_TEST(merges(notebook, anna).size() == 1u);
    BOOST_TEST(remark(notebook, anna).note == "über Anna; über Bert");
    auto const seen = remark(notebook, anna).revision;
    BOOST_TEST((judgement(notebook, event, anna).mark == Mark::pinned));
    undo_newest(notebook, event, now);
    BOOST_TEST(merges(notebook, anna).empty());
    BOOST_TEST(different_people(notebook).empty());
    BOOST_TEST(remark(notebook, anna).note == "über Anna");
    BOOST_TEST(remark(notebook, anna).revision > seen);
    BOOST_TEST(remark(notebook, bert).note == "über Bert");
    BOOST_TEST((judgement(notebook, event, bert).mark == Mark::pinned));
    BOOST_TEST((judgement(notebook, event, anna).mark == Mark::none));
    decide(decision::merge, "doch", bert.value);
    decide(decision::split, "", bert.value);
    BOOST_TEST(merges(notebook, anna).empty());
    undo_newest(notebook, event, now);
    BOOST_TEST(merges(notebook, anna).front().reason == "doch");
}

BOOST_FIXTURE_TEST_CASE(what_was_changed_since_is_not_undone, Fixture)
{
    decide(decision::note, "die eine");
    auto other = remark(notebook, anna);
    other.note = "von anderswo";
    save_remark(notebook, anna, other);
    BOOST_CHECK_THROW(undo_newest(notebook, event, now), Error);
    BOOST_TEST(remark(notebook, anna).note == "von anderswo");
    BOOST_TEST(changes(notebook, event, 10).size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(chosen_weights_count_until_the_file_says_something_else, Fixture)
{
    auto written = Goals{};
    written.goals.resize(2);
    written.goals[0].name = "Kunden";
    written.goals[1].name = "Rat";
    auto wanted = written;
    wanted.goals[0].weight = 5;
    wanted.value.offer = 0.3;
    decide(decision::weights, weights_as_text(weights_to_keep(written, wanted)));
    auto goals = written;
    add_decisions(notebook, event, goals);
    BOOST_TEST(goals.goals[0].weight == 5);
    BOOST_TEST(goals.goals[1].weight == 1);
    BOOST_TEST(goals.value.offer == 0.3);
    goals = written;
    goals.goals[0].weight = 2;
    add_decisions(notebook, event, goals);
    BOOST_TEST(goals.goals[0].weight == 2);
    undo_newest(notebook, event, now);
    goals = written;
    add_decisions(notebook, event, goals);
    BOOST_TEST(goals.goals[0].weight == 1);
}

BOOST_FIXTURE_TEST_CASE(a_reason_for_a_text_goes_into_the_goals_without_its_conjunction, Fixture)
{
    decide(decision::because, "Vom Lärm\nweil Sie mit dem Geräusch anfangen. ");
    auto goals = Goals{};
    goals.goals.resize(1);
    add_decisions(notebook, event, goals);
    BOOST_REQUIRE(goals.read.size() == 1u);
    BOOST_TEST(goals.read[0].of == "Anna Amsel");
    BOOST_TEST(goals.read[0].title == "Vom Lärm");
    BOOST_TEST(goals.read[0].because == "Sie mit dem Geräusch anfangen");
}

BOOST_FIXTURE_TEST_CASE(somebody_who_is_gone_and_a_book_of_a_note_are_refused, Fixture)
{
    BOOST_CHECK_THROW(knowwho::decide(notebook, {event, {4711}, decision::mark, 0, "pinned"}, now), Error);
    BOOST_CHECK_THROW(decide(decision::note, std::string(100'000, 'x')), Error);
    BOOST_TEST(changes(notebook, event, 10).empty());
}

BOOST_AUTO_TEST_SUITE_END()
