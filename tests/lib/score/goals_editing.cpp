// SPDX-License-Identifier: MIT
// Values of a goals file are changed one by one; what its writer wrote beside them stays.
#include "model/error.hpp"
#include "score/goals_editing.hpp"
#include "score/goals_file.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(goals_editing)

namespace {

std::string const written = R"(# Grüße – what I want
[event]   # two days
name = "Pumpentag" # ä kept
starts = 2026-11-26
no_show = 0.5

[me]
offers = [
    "Benchmark",   
    "Kontakt",
]

# the first
[[goal]]
name = "Kunden"
want = "Leiter Instandhaltung" # not sales
weight = 3

# the second
[[goal]]
name = "Wissen"
want = "Lager"

[[read]]
of = "Ada Amsel"
because = "es leise ist"
)";

knowwho::GoalsEdit edit_of(std::string const& text)
{
    auto const goals = knowwho::parse_goals(text, "x");
    auto edit = knowwho::GoalsEdit{goals.event, goals.me, {}};
    for (std::size_t i = 0; i < goals.goals.size(); ++i) {
        edit.goals.push_back({goals.goals[i], i});
    }
    return edit;
}

std::string replaced(std::string text, std::string const& old, std::string const& now)
{
    auto const at = text.find(old);
    BOOST_REQUIRE(at != text.npos);
    return text.replace(at, old.size(), now);
}

} // namespace

BOOST_AUTO_TEST_CASE(nothing_changed_is_not_a_byte_changed)
{
    for (auto const& text : {written, std::string{knowwho::goals_template(knowwho::Language::german)}, std::string{knowwho::goals_template(knowwho::Language::english)}}) {
        BOOST_TEST(knowwho::edit_goals(text, edit_of(text)) == text);
    }
}

BOOST_AUTO_TEST_CASE(a_value_is_changed_in_its_place)
{
    auto edit = edit_of(written);
    edit.event.name = "Der \"große\" \\ Tag";
    edit.goals[0].goal.weight = 2.5;
    edit.me.offers = {"Eins", "Zwei"};
    auto expected = replaced(written, "\"Pumpentag\"", R"("Der \"große\" \\ Tag")");
    expected = replaced(expected, "weight = 3", "weight = 2.5");
    expected = replaced(expected, "[\n    \"Benchmark\",   \n    \"Kontakt\",\n]", R"(["Eins", "Zwei"])");
    BOOST_TEST(knowwho::edit_goals(written, edit) == expected);
}

BOOST_AUTO_TEST_CASE(a_key_that_was_not_there_comes_after_the_others_of_its_table)
{
    auto edit = edit_of(written);
    edit.me.name = "Jana";
    edit.goals[1].goal.kind = knowwho::GoalKind::customer;
    edit.goals[1].goal.avoid = {"Beratung"};
    auto expected = replaced(written, "    \"Kontakt\",\n]\n", "    \"Kontakt\",\n]\nname = \"Jana\"\n");
    expected = replaced(expected, "want = \"Lager\"\n", "want = \"Lager\"\nkind = \"customer\"\navoid = [\"Beratung\"]\n");
    BOOST_TEST(knowwho::edit_goals(written, edit) == expected);
}

BOOST_AUTO_TEST_CASE(a_date_that_is_emptied_goes)
{
    auto edit = edit_of(written);
    edit.event.starts.reset();
    BOOST_TEST(knowwho::edit_goals(written, edit) == replaced(written, "starts = 2026-11-26", ""));
}

BOOST_AUTO_TEST_CASE(a_goal_that_goes_leaves_the_comment_of_the_next_one)
{
    auto edit = edit_of(written);
    edit.goals.erase(edit.goals.begin());
    auto const text = knowwho::edit_goals(written, edit);
    BOOST_TEST(text.find("Kunden") == text.npos);
    BOOST_TEST(text.find("# the second\n[[goal]]\nname = \"Wissen\"") != text.npos);
    BOOST_TEST(knowwho::parse_goals(text, "x").read.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_new_goal_comes_at_the_end_and_an_empty_text_becomes_a_file)
{
    auto edit = edit_of(written);
    auto goal = knowwho::Goal{};
    goal.name = "Geld";
    goal.kind = knowwho::GoalKind::investor;
    goal.want = "Zwei\nZeilen";
    edit.goals.push_back({goal, {}});
    BOOST_TEST(knowwho::edit_goals(written, edit) == written + "\n[[goal]]\nname = \"Geld\"\nkind = \"investor\"\nwant = \"Zwei\\nZeilen\"\n");
    auto fresh = knowwho::GoalsEdit{};
    fresh.event.name = "Tag";
    fresh.goals.push_back({goal, {}});
    auto const text = knowwho::edit_goals("", fresh);
    BOOST_TEST(text == "[event]\nname = \"Tag\"\n\n[[goal]]\nname = \"Geld\"\nkind = \"investor\"\nwant = \"Zwei\\nZeilen\"\n");
    BOOST_TEST(knowwho::edit_goals("# only a word\n", fresh).starts_with("# only a word\n\n[event]\n"));
}

BOOST_AUTO_TEST_CASE(what_would_be_lost_is_refused)
{
    auto const text = std::string{"me = { name = \"A\" }\n[[goal]]\nwant = \"x\"\nmust = [\n  \"a\", # why\n]\n"};
    auto edit = edit_of(text);
    edit.me.introduction = "B";
    BOOST_CHECK_THROW(knowwho::edit_goals(text, edit), knowwho::Error);
    edit = edit_of(text);
    edit.goals[0].goal.must = {"b"};
    BOOST_CHECK_THROW(knowwho::edit_goals(text, edit), knowwho::Error);
    edit = edit_of(text);
    edit.goals.clear();
    BOOST_CHECK_THROW(knowwho::edit_goals(text, edit), knowwho::Error);
}

BOOST_AUTO_TEST_CASE(a_number_is_written_with_all_its_digits)
{
    auto edit = edit_of(written);
    edit.goals[0].goal.weight = 1.2345678;
    edit.event.no_show = 1.0 / 3;
    auto const text = knowwho::edit_goals(written, edit);
    BOOST_TEST(knowwho::parse_goals(text, "x").goals[0].weight == 1.2345678);
    BOOST_TEST(knowwho::parse_goals(text, "x").event.no_show == 1.0 / 3);
    edit.goals[0].goal.weight = 2;
    BOOST_TEST(knowwho::edit_goals(text, edit).find("weight = 2\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
