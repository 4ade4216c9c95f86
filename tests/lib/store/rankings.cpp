// SPDX-License-Identifier: MIT
// A kept ranking comes back as it was, and never after something has changed that it stands on.
#include "store/rankings.hpp"

#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/packed_matches.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>

namespace knowwho::test_rankings {
namespace {

Match match_of(PersonId person, double score)
{
    auto match = Match{};
    match.person = person;
    match.score = score;
    match.low = score / 3;
    match.high = 1.0 / 3.0;
    match.goals = {{score, 0.1, 0.7}, {0, 0, 0}};
    match.reasons = {{SignalKind::role, 1, score, "Funktion „Einkauf“ passt", {"Einkauf", "Wartung → maintenance"}, {RosterSource{"liste.csv", 17}, SnippetId{4}, EncounterId{9}}},
        {SignalKind::reachable, 0, 0.05, "spricht um 14 Uhr", {}, {RosterSource{"liste.csv", 17}}}};
    match.excluded = score < 0.01 ? "steht unter „avoid“" : "";
    return match;
}

bool equal(Match const& a, Match const& b)
{
    return packed(std::span{&a, 1}) == packed(std::span{&b, 1});
}

/// An event of seven hundred people, as ranked.
struct Fixture {
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "notizen.db";
    Notebook book = Notebook::open(file);
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    EventId other_event = ensure_event(book, {{}, "Messe", "", {}, {}, Instant{}});
    ListId list = add_list(book, {{}, event, "liste.csv", "csv", "", "h1", 1, Instant{}});
    ListId other_list = add_list(book, {{}, other_event, "liste.csv", "csv", "", "h2", 1, Instant{}});
    std::vector<PersonId> people;
    std::vector<AttendanceId> rows;
    std::vector<Match> matches;
    Shortlist shortlist{{3, 0, 1}, {7}, {0.5, 1.0 / 7}, 0.875,
        Unplanned{1, {SignalKind::offer, 0, 0.25, "Nicht gesucht: Rudern", {"Rudern"}, {SnippetId{4}}}}};
    SnippetId snippet;
    PageId page;

    static RosterRow row(std::string const& name)
    {
        auto made = RosterRow{};
        made.name.written = name;
        return made;
    }

    Fixture()
    {
        auto transaction = Transaction{book};
        for (auto number = 0; number < 700; ++number) {
            auto const person = add_person(book, PersonName{});
            people.push_back(person);
            rows.push_back(add_attendance(book, event, list, person, row("Person " + std::to_string(number))));
            matches.push_back(match_of(person, 1.0 - number / 700.0));
        }
        auto const read = Page{};
        page = save_page(book, read);
        snippet = save_snippet(book, {{}, page, "baut um", 0, Language::german});
        save_link(book, {snippet, people[5], 0.995, LinkState::quotable, false, {}});
        transaction.commit();
        save();
    }

    void save() { save_ranking(book, event, "f", matches, shortlist, state_of_others(book)); }
    bool is_kept() const { return find_ranking(book, event, "f").has_value(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rankings, Fixture)

BOOST_AUTO_TEST_CASE(what_was_kept_comes_back_as_it_was)
{
    auto const kept = find_ranking(book, event, "f");
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST((kept->people == people));
    BOOST_TEST(packed(kept->shortlist) == packed(shortlist));
    auto const some = kept_matches(book, event, 250, 20);
    BOOST_REQUIRE(some.has_value());
    BOOST_REQUIRE(some->size() == 20);
    for (std::size_t at = 0; at < some->size(); ++at) {
        BOOST_TEST(equal((*some)[at], matches[250 + at]));
    }
    BOOST_TEST(kept_matches(book, event, 690, 100)->size() == 10);
    BOOST_TEST(!kept_matches(book, event, 700, 1).has_value());
    BOOST_TEST(!kept_matches(book, other_event, 0, 1).has_value());
}

BOOST_AUTO_TEST_CASE(another_fingerprint_is_another_ranking)
{
    BOOST_TEST(!find_ranking(book, event, "g").has_value());
    BOOST_TEST(!find_ranking(book, other_event, "f").has_value());
}

BOOST_AUTO_TEST_CASE(every_change_of_what_it_stands_on_takes_it_away)
{
    auto const changes = std::vector<std::pair<char const*, std::function<void()>>>{
        {"somebody new", [&] { add_attendance(book, event, list, add_person(book, PersonName{}), row("Neu")); }},
        {"a newer row", [&] { update_attendance(book, rows[3], list, row("Anders")); }},
        {"somebody gone", [&] { mark_gone(book, std::vector{rows[4]}); }},
        {"a new page about somebody", [&] { save_link(book, {snippet, people[6], 0.999, LinkState::quotable, false, {}}); }},
        {"a decision", [&] { save_link(book, {snippet, people[5], 0.2, LinkState::rejected, true, {}}); }},
        {"another reading of the page", [&] {
             auto again = Page{};
             again.text = "anders";
             again.content_hash = "neu";
             save_page(book, again);
         }},
        {"a merge", [&] {
             auto transaction = Transaction{book};
             merge_rows(book, people[10], people[11], "dieselbe", Instant{});
             transaction.commit();
         }},
    };
    for (auto const& [name, change] : changes) {
        save();
        BOOST_REQUIRE(is_kept());
        change();
        BOOST_TEST(!is_kept(), name);
        BOOST_TEST(!kept_matches(book, event, 0, 1).has_value(), name);
    }
}

BOOST_AUTO_TEST_CASE(another_event_leaves_it_alone)
{
    add_attendance(book, other_event, other_list, people[0], row("Person 0"));
    BOOST_TEST(is_kept());
}

BOOST_AUTO_TEST_CASE(what_was_ranked_before_somebody_else_wrote_is_not_kept)
{
    auto const before = state_of_others(book);
    {
        auto other = Notebook::open(file);
        add_person(other, PersonName{});
    }
    save_ranking(book, event, "neu", matches, shortlist, before);
    BOOST_TEST(!find_ranking(book, event, "neu").has_value());
    save_ranking(book, event, "neu", matches, shortlist, state_of_others(book));
    BOOST_TEST(find_ranking(book, event, "neu").has_value());
}

BOOST_AUTO_TEST_CASE(damaged_bytes_are_no_ranking)
{
    auto const whole = packed(std::span{matches}.first(3));
    BOOST_REQUIRE(unpacked_matches(whole).has_value());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        BOOST_TEST(!unpacked_matches(whole.substr(0, length)).has_value());
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        unpacked_matches(damaged); // whatever comes of it, it ends
        unpacked_shortlist(damaged);
        unpacked_people(damaged);
    }
}

BOOST_AUTO_TEST_CASE(some_people_of_a_roster_are_loaded_as_all_are)
{
    add_attendance(book, event, list, people[5], row("Person 5 noch einmal"));
    auto const all = load_candidates(book, event);
    auto const wanted = std::vector{people[5], PersonId{999'999}, people[2]};
    auto const some = load_candidates(book, event, wanted);
    BOOST_REQUIRE(some.size() == 2);
    BOOST_TEST(some[0].attendance.id.value == all[5].attendance.id.value);
    BOOST_TEST(some[0].evidence.size() == 1);
    BOOST_TEST(some[1].attendance.row.name.written == "Person 2");
}

BOOST_AUTO_TEST_CASE(a_talk_elsewhere_or_a_contact_takes_it_away)
{
    auto talk = Encounter{};
    talk.person = people[3];
    add_encounter(book, talk);
    BOOST_TEST(!is_kept());
    save();
    auto contact = Contact{};
    contact.person = people[4];
    contact.source = "buch.vcf";
    save_contact(book, contact);
    BOOST_TEST(!is_kept());
    save();
    contact.note = "rudert";
    save_contact(book, contact);
    BOOST_TEST(is_kept());
    contact.asleep = true;
    save_contact(book, contact);
    BOOST_TEST(!is_kept());
}

BOOST_AUTO_TEST_CASE(a_talk_at_the_event_itself_lets_it_stay)
{
    auto talk = Encounter{};
    talk.person = people[3];
    talk.event = event;
    add_encounter(book, talk);
    auto contact = Contact{};
    contact.person = people[3];
    contact.source = "met";
    save_contact(book, contact);
    BOOST_TEST(is_kept());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_rankings
