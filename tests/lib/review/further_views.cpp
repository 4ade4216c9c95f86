// SPDX-License-Identifier: MIT
// Start, enrichment, map and briefing: what stands on lists, pages and in goals is text, and forms come back as they went.
#include "review/briefing_view.hpp"
#include "review/enrich_view.hpp"
#include "review/goals_form.hpp"
#include "review/map_view.hpp"
#include "review/start_view.hpp"
#include "score/goals_file.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(further_views)

using namespace knowwho;
using namespace knowwho::review;

namespace {

std::string const nasty = "\"></textarea></title><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='alert(3)' {{NAME}}";

void check_text_only(std::string const& html)
{
    BOOST_TEST(html.find("<script>") == html.npos);
    BOOST_TEST(html.find("<img") == html.npos);
    BOOST_TEST(html.find("' onclick") == html.npos);
    BOOST_TEST(html.find("alert(1)") != html.npos);
}

struct Framed {
    PageWords words{Language::german};
    Frame frame{words, "token", nasty, "/start", nasty, nasty};
};

Goals nasty_goals()
{
    auto goals = Goals{};
    goals.event.name = goals.event.place = goals.me.name = goals.me.introduction = nasty;
    goals.me.offers = goals.me.common_ground = {nasty, "two"};
    auto goal = Goal{};
    goal.name = goal.want = goal.ask = nasty;
    goal.weight = 2.5;
    goal.kind = GoalKind::investor;
    goal.organisations = goal.places = goal.must = goal.avoid = {nasty};
    goals.goals = {goal};
    return goals;
}

StartView nasty_start()
{
    auto reading = ListReading{};
    reading.file = reading.format = reading.encoding = reading.dialect = nasty;
    reading.columns = {{nasty, Field::name, 0.9, {nasty}}, {nasty, {}, 0, {nasty}}, {"", {}, 0, {}}};
    auto row = RosterRow{};
    row.name.written = row.name.given = row.organisation = row.role = row.place = nasty;
    reading.rows = {row};
    reading.problems = {{Severity::loss, nasty, 3, 1, nasty, nasty, nasty}};
    auto view = StartView{};
    view.event = view.staged_error = nasty;
    view.staged = StagedView{reading, nasty, nasty, {}, nasty};
    view.goals = {edit_of(nasty_goals()), nasty, nasty, "x", nasty, false, {{nasty, {nasty}}}};
    view.job = {"pages", true, nasty, 1, 2, nasty, false};
    return view;
}

} // namespace

BOOST_FIXTURE_TEST_CASE(on_the_start, Framed)
{
    check_text_only(whole_page(frame, nasty, start_html(frame, nasty_start())));
    auto ended = nasty_start();
    ended.job.is_running = false;
    ended.goals.text_only = true;
    check_text_only(start_html(frame, ended));
}

BOOST_FIXTURE_TEST_CASE(on_the_plan, Framed)
{
    auto view = EnrichView{};
    view.sources = {{nasty, {nasty}, 1, 2}};
    view.chosen = {{7, nasty, nasty, {nasty}, {{nasty, nasty}}}};
    view.past = {{nasty, 1, 2, 3, 4, 5}};
    view.problems = {nasty};
    view.job = {"enrich", false, nasty, 1, 2, nasty, true};
    check_text_only(enrich_html(frame, view));
}

BOOST_FIXTURE_TEST_CASE(on_the_map, Framed)
{
    auto view = MapView{{nasty, nasty}, {{7, nasty, nasty, 0.4, Reach::speaks, 1, Seat::target, false}, {8, nasty, nasty, 2, Reach::absent, {}, Seat::none, true}}, 2, false};
    check_text_only(map_html(frame, view));
    view.as_table = true;
    check_text_only(map_html(frame, view));
}

BOOST_FIXTURE_TEST_CASE(the_map_draws_no_more_than_it_can_and_says_so, Framed)
{
    auto view = MapView{{"Kunden"}, std::vector<MapPoint>(most_points + 5, MapPoint{1, "Ada Amsel", "", 0.1, Reach::there, 0, Seat::none, false}), 2500, false};
    auto const html = map_html(frame, view);
    BOOST_TEST(html.find("Amsel") == html.npos); // the points come apart
    auto const points = map_points(frame.words, view);
    BOOST_TEST(static_cast<std::size_t>(std::ranges::count(points, '[')) == most_points + 1);
    BOOST_TEST(points.starts_with("[[1,"));
    BOOST_TEST(html.find(">angemeldet<") != html.npos); // and no band in which nobody is
    BOOST_TEST(html.find(">kommt nicht<") == html.npos);
    BOOST_TEST(html.find("2000 von 2500 Personen") != html.npos);
}

BOOST_FIXTURE_TEST_CASE(on_the_briefing_s_page, Framed)
{
    auto const html = briefing_html(frame, {{true, true, true, 3}, 3, "knowwho-tag"});
    BOOST_TEST(html.find("src=\"/briefing/sheet?paper=letter&amp;large=1&amp;plain=1&amp;targets=3\"") != html.npos);
    BOOST_TEST(html.find(" sandbox>") != html.npos);
}

BOOST_AUTO_TEST_CASE(a_choice_of_paper_is_the_same_behind_its_query)
{
    auto const choice = SheetChoice{true, false, true, 4};
    BOOST_TEST((sheet_choice(read_urlencoded(query_of(choice).substr(1))) == choice));
    BOOST_TEST(query_of(SheetChoice{}).empty());
    BOOST_TEST(sheet_choice(read_urlencoded("targets=999&paper=x")).targets == 5U);
}

BOOST_AUTO_TEST_CASE(goals_come_back_from_their_form)
{
    auto unread = std::vector<std::string_view>{};
    auto const edit = read_goals_form(read_urlencoded("event_name=Tag&event_starts=2026-11-26&event_language=en&event_address=du&event_no_show=25&me_offers=a%0D%0A%0D%0A+b+"
                                                      "&goal_0_origin=0&goal_0_want=x%0D%0Ay&goal_0_weight=2.5&goal_0_kind=talent&goal_0_must=m"
                                                      "&goal_1_origin=1&goal_1_want=gone&goal_1_remove=1&goal_2_want=+&goal_2_name=empty&goal_3_origin=&goal_3_want=&goal_3_organisations=Werk"),
        unread);
    BOOST_TEST(unread.empty());
    BOOST_TEST((edit.event.starts == PartialDate{2026, 11, 26}));
    BOOST_TEST((edit.event.language == Language::english && edit.event.address == Address::du));
    BOOST_TEST(edit.event.no_show == 0.25);
    BOOST_TEST((edit.me.offers == std::vector<std::string>{"a", "b"}));
    BOOST_REQUIRE(edit.goals.size() == 2U);
    BOOST_TEST(edit.goals[0].goal.want == "x\ny");
    BOOST_TEST((edit.goals[0].goal.kind == GoalKind::talent && edit.goals[0].origin == 0U));
    BOOST_TEST((edit.goals[1].goal.organisations == std::vector<std::string>{"Werk"} && !edit.goals[1].origin));
}

BOOST_AUTO_TEST_CASE(what_of_the_form_cannot_be_read_is_named)
{
    auto unread = std::vector<std::string_view>{};
    read_goals_form(read_urlencoded("event_starts=soon&event_ends=2026-11&event_no_show=99&goal_0_want=x&goal_0_weight=much&me_prepare_minutes=1e9"), unread);
    BOOST_TEST((unread == std::vector<std::string_view>{"goals_starts", "goals_ends", "goals_no_show", "goals_prepare_minutes", "goals_weight"}));
}

BOOST_AUTO_TEST_CASE(a_column_is_named_by_its_header_only_if_that_is_its_alone)
{
    auto reading = ListReading{};
    reading.columns = {{"Name", {}, 0, {}}, {"", {}, 0, {}}, {"Ort", {}, 0, {}}, {"Ort", {}, 0, {}}};
    BOOST_TEST(column_key(reading, 0) == "Name");
    BOOST_TEST(column_key(reading, 1) == "#2");
    BOOST_TEST(column_key(reading, 3) == "#4");
}

BOOST_AUTO_TEST_SUITE_END()
