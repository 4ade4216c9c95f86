// SPDX-License-Identifier: MIT
// Two people made one, and taken apart again: nothing is lost, and no question is asked twice.
#include "identity/likely_same.hpp"
#include "identity/merging.hpp"
#include "identity/resolve.hpp"
#include "model/error.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/follow_ups.hpp"
#include "store/introductions.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"
#include "store/same_questions.hpp"
#include "store/settings.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(merging)
namespace {

auto const today = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}};

RosterRow row_of(std::string const& given, std::string const& family, std::string const& organisation, std::string const& email)
{
    auto row = RosterRow{};
    row.name.given = given;
    row.name.family = family;
    row.name.written = given + ' ' + family;
    row.name.confidence = 1;
    row.organisation = organisation;
    row.email = email;
    row.raw = {{"Name", row.name.written}};
    return row;
}

/// Katharina and Kathi Steinberg with all that can hang on a person, and Moritz, whom both know.
struct Two {
    Two()
    {
        katharina = add("Spring", row_of("Katharina", "Steinberg", "Hallwang Antriebe GmbH", "k.steinberg@hallwang.example"));
        kathi = add("Autumn", row_of("Kathi", "Steinberg", "Hallwang Antriebe", ""));
        moritz = add("Spring", row_of("Moritz", "Quist", "Quist GmbH", "m@quist.example"));
        note(katharina, "presses", {});
        note(kathi, "bearings", moritz);
        note(moritz, "gears", {});
        contact(katharina, "sensors", "", 30);
        contact(kathi, "rowing", "+49 30 1", 0);
        save_introduction(notebook, katharina, moritz, "asked", "x", today);
        save_introduction(notebook, kathi, moritz, "made", "y", today + std::chrono::hours{1});
        save_setting(notebook, fmt::format("notice:{}", kathi.value), "1000");
        link(katharina, 1, 0.7);
        link(kathi, 1, 0.995);
        link(kathi, 2, 0.4);
    }

    PersonId add(std::string const& event, RosterRow const& row)
    {
        auto const at = ensure_event(notebook, {{}, event, "Hannover", PartialDate{2026, 3, 10}, std::nullopt, today});
        auto const list = add_list(notebook, {{}, at, event + ".csv", "csv", "UTF-8", event + row.name.given, 1, today});
        auto const person = add_person(notebook, row.name);
        add_attendance(notebook, at, list, person, row);
        return person;
    }

    void note(PersonId person, std::string const& talked, PersonId introducer)
    {
        auto encounter = Encounter{};
        encounter.person = person;
        encounter.talked = talked;
        encounter.happened_at = today;
        encounter.introduced_by = introducer;
        encounter.id = add_encounter(notebook, encounter);
        auto promise = Promise{};
        promise.encounter = encounter.id;
        promise.person = person;
        promise.what = "send the paper on " + talked;
        promise.id = add_promise(notebook, promise);
        add_follow_up(notebook, {{}, talked + "@knowwho", person, encounter.id, promise.id, FollowUpKind::promise, today, FollowUpState::open, {}, 0, today});
    }

    void contact(PersonId person, std::string const& interests, std::string const& phone, int rhythm)
    {
        auto one = Contact{};
        one.person = person;
        one.interests = interests;
        one.phone = phone;
        one.rhythm_days = rhythm;
        one.source = "met";
        one.uid = fmt::format("uid-{}", person.value);
        one.added_at = today;
        save_contact(notebook, one);
    }

    void link(PersonId person, int position, double probability)
    {
        auto page = Page{};
        page.file = "page.html";
        page.text = "Kathi Steinberg spoke of bearings.";
        auto const id = save_page(notebook, page);
        m_snippets.resize(4);
        auto& snippet = m_snippets[static_cast<std::size_t>(position)];
        snippet = snippet ? snippet : save_snippet(notebook, {{}, id, "spoke of bearings", position, Language::english});
        save_link(notebook, {snippet, person, probability, probability > 0.9 ? LinkState::quotable : LinkState::question, position == 1, {}});
    }

    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "two.db";
    Notebook notebook = Notebook::open(file);
    PersonId katharina, kathi, moritz;

private:
    std::vector<SnippetId> m_snippets;
};

/// All rows of a statement as one text, by SQLite itself.
std::string rows_of(std::filesystem::path const& file, std::string const& sql)
{
    auto text = std::string{};
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_stmt* statement = nullptr;
    BOOST_REQUIRE_EQUAL(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            auto const* const value = reinterpret_cast<char const*>(sqlite3_column_text(statement, column));
            text += std::string{value == nullptr ? "NULL" : value} + '|';
        }
        text += '\n';
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return text;
}

std::string everything(std::filesystem::path const& file)
{
    auto text = std::string{};
    for (auto const table : {"person", "attendance", "contact", "encounter", "promise", "follow_up", "introduction", "link", "snippet", "outcome", "source_state", "setting"}) {
        text += fmt::format("{}:\n{}", table, rows_of(file, fmt::format("SELECT * FROM {} ORDER BY 1, 2", table)));
    }
    return text;
}

std::string broken(std::filesystem::path const& file)
{
    return rows_of(file, "SELECT * FROM pragma_foreign_key_check") + rows_of(file, "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
}

} // namespace

BOOST_FIXTURE_TEST_CASE(merging_and_splitting_gives_back_every_row_as_it_was, Two)
{
    auto const before = everything(file);
    auto const merge = merge_people(notebook, katharina, kathi, "same voice", today);
    BOOST_TEST(broken(file) == "");
    BOOST_TEST(!find_acquaintance(notebook, kathi).has_value());
    BOOST_TEST(split_merge(notebook, merge, today).value == kathi.value);
    BOOST_TEST(broken(file) == "");
    BOOST_TEST(everything(file) == before);
    BOOST_TEST(merges(notebook).empty());
}

BOOST_FIXTURE_TEST_CASE(one_person_has_what_both_had, Two)
{
    merge_people(notebook, katharina, kathi, "same voice", today);
    BOOST_TEST(encounters(notebook, katharina).size() == 2);
    BOOST_TEST(promises(notebook, katharina).size() == 2);
    BOOST_TEST(open_follow_ups(notebook, katharina).size() == 2);
    BOOST_TEST(attendances(notebook, katharina).size() == 2);
    auto const contact = find_contact(notebook, katharina);
    BOOST_TEST(contact->interests == "sensors; rowing");
    BOOST_TEST(contact->phone == "+49 30 1");
    BOOST_TEST(contact->rhythm_days == 30);
    auto const pairs = introductions(notebook);
    BOOST_REQUIRE_EQUAL(pairs.size(), 1);
    BOOST_TEST(pairs[0].state == "made"); // the newer one
    auto const evidence = all_evidence(notebook, katharina);
    BOOST_REQUIRE_EQUAL(evidence.size(), 2);
    BOOST_TEST(evidence[0].link.probability == 0.995);
    BOOST_TEST(setting(notebook, fmt::format("notice:{}", katharina.value)) == "1000");
}

BOOST_FIXTURE_TEST_CASE(what_came_since_the_merge_stays_with_the_kept_one, Two)
{
    auto const merge = merge_people(notebook, katharina, kathi, "same voice", today);
    note(katharina, "filters", {});
    auto contact = *find_contact(notebook, katharina);
    contact.wants = "fewer stops";
    save_contact(notebook, contact);
    split_merge(notebook, merge, today);
    BOOST_TEST(encounters(notebook, katharina).size() == 2);
    BOOST_TEST(encounters(notebook, kathi).size() == 1);
    BOOST_TEST(find_contact(notebook, katharina)->wants == "fewer stops");
    BOOST_TEST(find_contact(notebook, katharina)->interests == "sensors");
    BOOST_TEST(find_contact(notebook, katharina)->phone == "");
    BOOST_TEST(find_contact(notebook, kathi)->phone == "+49 30 1");
}

BOOST_FIXTURE_TEST_CASE(a_chain_of_merges_comes_apart_from_its_end, Two)
{
    auto const third = add("Winter", row_of("Katharina", "Steinberg-Voss", "", "kathi@post.example"));
    auto const before = everything(file);
    auto const first = merge_people(notebook, katharina, kathi, "a", today);
    auto const second = merge_people(notebook, third, katharina, "b", today);
    BOOST_TEST(merges(notebook, third).size() == 2);
    BOOST_TEST(encounters(notebook, third).size() == 2);
    split_merge(notebook, second, today);
    BOOST_REQUIRE_EQUAL(merges(notebook, katharina).size(), 1);
    split_merge(notebook, first, today);
    BOOST_TEST(everything(file) == before);
    BOOST_TEST(broken(file) == "");
}

BOOST_FIXTURE_TEST_CASE(a_newer_list_knows_both_spellings_again, Two)
{
    merge_people(notebook, katharina, kathi, "same voice", today);
    auto const rows = std::vector{row_of("Katharina", "Steinberg", "Hallwang Antriebe GmbH", "k.steinberg@hallwang.example"),
        row_of("Kathi", "Steinberg", "Hallwang Antriebe GmbH", "")};
    for (auto const& resolution : resolve_people(rows, {known_people(notebook)})) {
        BOOST_TEST((resolution.same_as_row || resolution.known == katharina));
    }
}

BOOST_FIXTURE_TEST_CASE(a_question_is_asked_with_its_signals_and_never_again, Two)
{
    auto const questions = likely_same(notebook, 10);
    BOOST_REQUIRE_EQUAL(questions.size(), 1);
    BOOST_TEST(questions[0].first.person.value == katharina.value);
    BOOST_TEST(questions[0].second.person.value == kathi.value);
    BOOST_TEST(questions[0].probability > 0.5);
    BOOST_TEST(questions[0].is_close);
    BOOST_TEST(questions[0].signals.size() >= 2);
    split_merge(notebook, merge_people(notebook, katharina, kathi, "same voice", today), today);
    BOOST_TEST(likely_same(notebook, 10).empty());
}

BOOST_FIXTURE_TEST_CASE(questions_are_kept_until_something_raises_new_ones, Two)
{
    BOOST_TEST(!questions_are_whole(notebook));
    BOOST_REQUIRE_EQUAL(likely_same(notebook, 10).size(), 1);
    BOOST_TEST(questions_are_whole(notebook));
    auto const third = add("Winter", row_of("Katharina", "Steinberg", "Hallwang Antriebe", ""));
    BOOST_TEST(!questions_are_whole(notebook));
    BOOST_TEST(likely_same(notebook, 10).size() > 1);
    merge_people(notebook, katharina, third, "a", today);
    BOOST_TEST(questions_are_whole(notebook));
    auto const left = likely_same(notebook, 10);
    BOOST_REQUIRE_EQUAL(left.size(), 1);
    BOOST_TEST(left[0].first.person.value == katharina.value);
    BOOST_TEST(left[0].second.person.value == kathi.value);
}

BOOST_FIXTURE_TEST_CASE(a_notebook_that_can_only_be_read_is_asked_all_the_same, Two)
{
    auto read_only = Notebook::open(file, Notebook::Access::read_only);
    BOOST_TEST(likely_same(read_only, 10).size() == 1);
    BOOST_TEST(!questions_are_whole(read_only));
    BOOST_TEST(likely_same(notebook, 10).size() == 1);
    BOOST_TEST(likely_same(read_only, 10).size() == 1);
}

BOOST_FIXTURE_TEST_CASE(an_answer_is_kept_through_a_merge, Two)
{
    auto const third = add("Winter", row_of("Katharina", "Steinberg", "Ganz Andere AG", ""));
    save_different(notebook, third, kathi, today);
    auto const merge = merge_people(notebook, katharina, kathi, "a", today);
    BOOST_REQUIRE_EQUAL(different_people(notebook).size(), 1);
    BOOST_TEST(different_people(notebook)[0].first.value == katharina.value);
    split_merge(notebook, merge, today);
    BOOST_REQUIRE_EQUAL(different_people(notebook).size(), 2); // with the split itself
    BOOST_TEST(different_people(notebook)[1].first.value == kathi.value);
}

BOOST_FIXTURE_TEST_CASE(whoever_introduced_the_other_is_somebody_else, Two)
{
    BOOST_CHECK_THROW(merge_people(notebook, kathi, moritz, "x", today), Error);
    BOOST_CHECK_THROW(merge_people(notebook, moritz, katharina, "x", today), Error);
    BOOST_CHECK_THROW(merge_people(notebook, moritz, moritz, "x", today), Error);
    BOOST_TEST(merges(notebook).empty());
}

BOOST_FIXTURE_TEST_CASE(a_row_that_was_joined_by_mistake_goes_to_a_new_person_with_its_event, Two)
{
    auto const event = find_event(notebook, "Winter") ? find_event(notebook, "Winter")->id : ensure_event(notebook, {{}, "Winter", "", std::nullopt, std::nullopt, today});
    auto const list = add_list(notebook, {{}, event, "w.csv", "csv", "UTF-8", "w", 1, today});
    auto const row = add_attendance(notebook, event, list, moritz, row_of("Moritz", "Quist", "Zweite AG", ""));
    auto talk = Encounter{};
    talk.person = moritz;
    talk.event = event;
    talk.happened_at = today;
    add_encounter(notebook, talk);
    auto const other = split_rows(notebook, moritz, {row}, today);
    BOOST_TEST(attendances(notebook, other).size() == 1);
    BOOST_TEST(encounters(notebook, other).size() == 1);
    BOOST_TEST(encounters(notebook, moritz).size() == 1);
    BOOST_TEST(find_contact(notebook, other).has_value());
    BOOST_CHECK_THROW(split_rows(notebook, other, {row}, today), Error); // one row must stay
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
