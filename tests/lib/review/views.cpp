// SPDX-License-Identifier: MIT
// Whatever stands on lists and pages is text on every page, in every place where it can stand.
#include "review/changes_view.hpp"
#include "review/list_view.hpp"
#include "review/person_view.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(views)

using namespace knowwho;
using namespace knowwho::review;

std::string const hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='alert(3)' {{NAME}} ]]>-->";

/// Whether nothing of the hostile text is more than text.
void check_harmless(std::string const& html)
{
    BOOST_TEST(html.find("<script>") == html.npos);
    BOOST_TEST(html.find("<img") == html.npos);
    BOOST_TEST(html.find("' onclick") == html.npos);
    BOOST_TEST(html.find("\" onclick") == html.npos);
    BOOST_TEST(html.find("alert(1)") != html.npos);
}

struct Fixture {
    PageWords words{Language::german};
    Frame frame{words, "token", hostile, "/", hostile, hostile};

    PersonRow row() const
    {
        auto row = PersonRow{};
        row.id = 17;
        row.name = row.role = row.organisation = row.why = hostile;
        row.tags = {hostile};
        row.shares = {0.3, 0.1};
        row.serves = {true};
        row.seat = Seat::target;
        row.status = "status_cancelled";
        row.moved = 3;
        row.snippets = row.questions = 2;
        return row;
    }
};

BOOST_FIXTURE_TEST_CASE(in_the_list, Fixture)
{
    auto view = ListView{};
    view.choice = {hostile, 0, hostile, hostile, hostile, hostile, 50, hostile};
    view.choice.tag = hostile;
    view.tags = {hostile};
    view.goals = {hostile};
    view.rows = {row()};
    view.total = 200;
    view.weights = {{hostile, true, 1, 2}, {hostile, false, 0.1, 0.2}};
    view.shortlist = {{{17, hostile, hostile, true, hostile}}, {{18, hostile, hostile, false, {}}}, {{hostile, 0.5}}, 0.7};
    check_harmless(whole_page(frame, hostile, list_html(frame, view)));
}

BOOST_FIXTURE_TEST_CASE(in_a_message, Fixture)
{
    check_harmless(message_page(frame, hostile, hostile, hostile));
}

BOOST_FIXTURE_TEST_CASE(in_the_changes, Fixture)
{
    check_harmless(whole_page(frame, hostile, changes_html(frame, {{hostile, hostile, 17, hostile, hostile}, {hostile, hostile, 0, hostile, hostile}})));
}

PersonView hostile_person()
{
    auto const source = SourceRow{hostile, "javascript:alert(1)", hostile, hostile};
    auto const signals = std::vector<SignalRow>{{hostile, hostile, 1}, {hostile, hostile, -1}};
    auto const evidence = EvidenceRow{3, hostile, "javascript:alert(1)", hostile, "de", 0.5, true, {hostile}, signals};
    auto view = PersonView{};
    view.id = 17;
    view.name = view.excluded = view.said = view.ask = hostile;
    view.address = hostile + "!";
    view.website = "javascript:alert(1)";
    view.facts = view.history = view.row = {{hostile, hostile}};
    view.talks = view.give = view.unknown = view.titles = {hostile};
    view.groups = {{hostile, 1, 1, 1, {{0.5, hostile, {source}}}}, {hostile, 0, 0, 0, {}}};
    view.questions = view.quotable = view.rejected = {evidence};
    view.same = {{18, hostile, hostile, 0.5, signals}};
    view.merged = {{19, hostile, hostile, hostile}};
    view.openers = {{hostile, hostile, hostile, hostile, false}};
    view.findings = {{hostile, hostile}};
    view.judgement = {Mark::none, hostile, hostile, {hostile}};
    view.remark = {hostile, {hostile}, {hostile}, 1};
    return view;
}

BOOST_FIXTURE_TEST_CASE(in_a_person_and_no_link_runs_a_script, Fixture)
{
    auto const html = whole_page(frame, hostile, person_html(frame, hostile_person()));
    check_harmless(html);
    BOOST_TEST(html.find("=\"javascript:") == html.npos);
    BOOST_TEST(html.find("</textarea><script") == html.npos);
}

BOOST_FIXTURE_TEST_CASE(what_a_reason_takes_from_the_score_has_one_sign, Fixture)
{
    auto view = PersonView{};
    view.groups = {{"beside", 0, 0, 0, {{-0.05, "known already", {}}, {0.12, "in common", {}}}}};
    auto const html = person_html(frame, view);
    BOOST_TEST(html.find(">−0,05<") != html.npos);
    BOOST_TEST(html.find(">+0,12<") != html.npos);
}

BOOST_FIXTURE_TEST_CASE(a_choice_is_the_same_behind_its_query, Fixture)
{
    auto const choice = ListChoice{"Müller & Söhne", 1, "a=b", "talk", "pinned", "name", 200, "Bahn"};
    BOOST_TEST((list_choice(read_urlencoded(query_of(choice).substr(1))) == choice));
}

BOOST_AUTO_TEST_CASE(every_word_is_there_in_both_languages)
{
    auto const german = PageWords{Language::german};
    auto const english = PageWords{Language::english};
    BOOST_TEST(german.all().size() == english.all().size());
    for (auto const& [key, text] : german.all()) {
        BOOST_TEST(!text.empty(), key);
        BOOST_TEST(!english(key).empty(), key);
    }
}

BOOST_AUTO_TEST_CASE(the_better_liked_of_two_languages_is_taken)
{
    BOOST_TEST((preferred_language("de-DE,de;q=0.9,en;q=0.8") == Language::german));
    BOOST_TEST((preferred_language("en-GB,en;q=0.9,de;q=0.8") == Language::english));
    BOOST_TEST((preferred_language("fr") == Language::english));
    BOOST_TEST((preferred_language("") == Language::english));
}

BOOST_AUTO_TEST_SUITE_END()
