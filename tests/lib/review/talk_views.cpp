// SPDX-License-Identifier: MIT
// Encounters, follow-ups and privacy: whatever stands on lists and in notes is text on their pages.
#include "review/follow_ups_view.hpp"
#include "review/met_view.hpp"
#include "review/privacy_view.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(talk_views)

using namespace knowwho;
using namespace knowwho::review;

namespace {

std::string const wicked = "\"></textarea></option></title><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='alert(3)' {{NAME}}";

void check_tame(std::string const& html)
{
    BOOST_TEST(html.find("<script>") == html.npos);
    BOOST_TEST(html.find("<img") == html.npos);
    BOOST_TEST(html.find("' onclick") == html.npos);
    BOOST_TEST(html.find("\" onclick") == html.npos);
    BOOST_TEST(html.find("alert(1)") != html.npos);
}

struct TalkFrame {
    PageWords words{Language::german};
    Frame frame{words, "token", wicked, "/met", wicked, wicked};

    static FollowUpRow row(bool open)
    {
        auto one = FollowUpRow{};
        one.name = one.organisation = one.what = one.when = one.due = one.reason = one.event = wicked;
        one.is_open = open;
        one.draft = {wicked, wicked, {wicked}};
        return one;
    }
};

} // namespace

BOOST_FIXTURE_TEST_CASE(in_the_form_of_an_encounter, TalkFrame)
{
    auto view = MetView{};
    for (auto const* const name : {"who", "newcomer", "event", "on", "place", "occasion", "by", "talked", "interests", "next", "organisation", "role", "sympathy", "worth", "goal", "promised_0",
             "promised_0_day", "promised_me_1"}) {
        view.values[name] = wicked;
    }
    view.error = view.noted = wicked;
    view.choices = {{17, wicked, wicked}};
    view.likely = {wicked};
    view.events = {{wicked, wicked}};
    view.goals = {wicked, "other"};
    view.to_do = {row(true)};
    check_tame(whole_page(frame, wicked, met_html(frame, view)));
    view.person = 17;
    view.name = wicked;
    check_tame(whole_page(frame, wicked, met_html(frame, view)));
}

BOOST_FIXTURE_TEST_CASE(in_follow_ups, TalkFrame)
{
    check_tame(whole_page(frame, wicked, follow_ups_html(frame, {{row(true), row(false)}, {{wicked, 3, 1}, {wicked, 1, 0}}, "portal", true})));
}

BOOST_FIXTURE_TEST_CASE(in_what_is_kept_and_forgotten, TalkFrame)
{
    auto const kept = RetainedRow{17, 3, wicked, wicked, wicked, true, {}};
    auto told = kept;
    told.told = wicked;
    auto view = PrivacyView{};
    view.going = view.kept = view.found = {kept};
    view.notices = {kept, told};
    view.all_going = view.all_notices = 5;
    view.due = 2;
    view.q = view.told = view.error = wicked;
    check_tame(whole_page(frame, wicked, privacy_html(frame, view)));
    check_tame(whole_page(frame, wicked, forget_html(frame, {17, 3, wicked, wicked, 1, 2, 3, 4, wicked})));
    check_tame(whole_page(frame, wicked, forgotten_html(frame, {true, true, {wicked}})));
}

BOOST_AUTO_TEST_SUITE_END()
