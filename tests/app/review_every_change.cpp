// SPDX-License-Identifier: MIT
// Every kind of change in the review: in the notebook when it is answered, though the server be killed at once; whoever
// saw an older state is told, and nothing is overwritten; undone as it was.
#include "started_review.hpp"
#include "store/changes.hpp"
#include "store/events.hpp"
#include "store/health.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>
#include <ostream>
#include <string>

namespace knowwho::test_review_every_change {
namespace {

using test::StartedReview;

struct Click {
    std::string what;   ///< name of the change in the notebook
    std::string path;
    std::string fields; ///< without revision
    std::string other;  ///< what a second window would rather have

    friend std::ostream& operator<<(std::ostream& out, Click const& one) { return out << one.what; }
};

/// About Ada Amsel, who is the first person; the follow-up and the split need something done before.
Click const clicks[] = {
    {"mark", "/person/1/mark", "mark=pinned", "mark=vetoed"},
    {"note", "/person/1/note", "value=eins", "value=zwei"},
    {"tags", "/person/1/tags", "value=Rudern", "value=Reiten"},
    {"do not mention", "/person/1/do-not-mention", "value=Umzug", "value=Umbau"},
    {"because", "/person/1/because", "title=&because=weil+es+leise+ist", "title=&because=weil+es+laut+ist"},
    {"openers", "/person/1/openers", "value=Frau+Amsel,+wie+leise%3F", "value=Anders"},
    {"answer", "/person/1/answer", "subject=1&value=yes", "subject=1&value=no"},
    {"different", "/person/1/different", "subject=2&value=yes", "subject=3&value=yes"},
    {"merge", "/person/1/merge", "subject=2&value=", "subject=3&value="},
    {"split", "/person/1/split", "subject=2", "subject=2"},
    {"follow-up", "/followups/1", "person=1&do=done", "person=1&do=dropped&reason=so"},
    {"kept", "/privacy/keep/1", "value=yes", "value="},
    {"met", "/met", "person=1&talked=Pumpen&event=Pumpentag", ""},
    {"weights", "/weights", "w=5&w=10&w=10&w=10&w=10", ""},
};

/// A ranked list, and a page that may be about Ada Amsel.
void prepare(StartedReview const& started, Click const& click)
{
    started.bring_list();
    started.post("/start/goals", "event_name=Pumpentag&goal_0_want=Leiter+Instandhaltung&goal_0_kind=customer&seen=" + started.seen());
    if (click.what == "answer") {
        started.send_file("/start/pages", "pages", "rosen.md", "Ada Amsel hat im Garten die Rosen geschnitten und dabei gesungen.\n");
        started.when_done("/start");
    } else if (click.what == "split") {
        started.post("/person/1/merge", "subject=2&value=&revision=0");
    } else if (click.what == "follow-up") {
        started.post("/met", "person=1&talked=Lager&event=Pumpentag");
    }
}

struct Read {
    std::int64_t revision = 0;
    std::string newest;   ///< name of the newest change
    std::size_t count = 0;
};

Read read_notebook(StartedReview const& started)
{
    auto const notebook = Notebook::open(started.notebook(), Notebook::Access::read_only);
    auto const event = events(notebook).front().id;
    auto const newest = newest_change(notebook, event);
    return {remark(notebook, {1}).revision, newest ? newest->what : std::string{}, changes(notebook, event, 100).size()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_every_change)

BOOST_DATA_TEST_CASE(is_there_after_a_kill_is_guarded_and_is_undone, boost::unit_test::data::make(clicks), click)
{
    auto started = StartedReview{};
    prepare(started, click);
    auto const before = read_notebook(started);
    auto const seen = fmt::format("&revision={}", before.revision);
    BOOST_TEST(test::status_of(started.post(click.path, click.fields + seen)) == 303);
    started.stop(SIGKILL);
    auto const after = read_notebook(started);
    BOOST_TEST(after.newest == click.what);
    BOOST_TEST(after.count == before.count + 1);
    started.start();
    if (!click.other.empty()) {
        auto const late = started.post(click.path, click.other + seen);
        BOOST_TEST(test::status_of(late) == 409);
        BOOST_TEST(late.find("Nichts wurde \xc3\xbc" "berschrieben") != late.npos);
        BOOST_TEST(read_notebook(started).count == after.count);
        BOOST_TEST(read_notebook(started).revision == after.revision);
    }
    BOOST_TEST(test::status_of(started.post("/undo", "back=/")) == 303);
    started.stop(SIGKILL);
    BOOST_TEST(read_notebook(started).count == before.count);
}

BOOST_AUTO_TEST_CASE(goals_are_in_the_file_when_they_are_answered)
{
    auto started = StartedReview{};
    prepare(started, clicks[0]);
    BOOST_TEST(test::status_of(started.post("/start/goals", "event_name=Pumpentag&goal_0_origin=0&goal_0_want=Leiter+Einkauf&goal_0_kind=customer&seen=" + started.seen())) == 303);
    started.stop(SIGKILL);
    BOOST_TEST(started.read_back("goals.toml").find("Leiter Einkauf") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_review_every_change
