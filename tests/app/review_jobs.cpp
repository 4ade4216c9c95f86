// SPDX-License-Identifier: MIT
// Long work beside the page: a list goes into the notebook while others ask, is stopped, is killed.
#include "started_review.hpp"
#include "store/candidates.hpp"
#include "store/events.hpp"
#include "store/fetch_state.hpp"
#include "store/health.hpp"
#include "store/notebook.hpp"

#include <boost/test/unit_test.hpp>

#include <arpa/inet.h>
#include <chrono>
#include <fmt/format.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>

namespace knowwho::test_review_jobs {
namespace {

using test::StartedReview;

/// A list whose people all have other names; up to 20,000.
std::string long_list(int people)
{
    constexpr std::string_view first[] = {"Bar", "Ber", "Dor", "Fal", "Gru", "Hol", "Kam", "Lin", "Mer", "Nol"};
    constexpr std::string_view second[] = {"olind", "amann", "iberg", "ehoff", "ufeld", "astein", "okamp", "ebrandt", "ihorst", "udorf"};
    constexpr std::string_view given[] = {"Ada", "Bert", "Cleo", "Dirk", "Edda", "Falk", "Gesa", "Hugo", "Ines", "Jens", "Kaja", "Leif", "Maja", "Nils", "Olga", "Paul", "Rosa", "Sven", "Thea", "Udo"};
    auto text = std::string{"Vorname;Nachname;Firma;Funktion;E-Mail\n"};
    for (int i = 0; i < people; ++i) {
        text += fmt::format("{0};{1}{2}{3};{1}{2}werk {4} GmbH;Leiterin Instandhaltung;post@{0}{4}.example\n", given[i / 1000], first[i % 10], second[i / 10 % 10], first[i / 100 % 10], i);
    }
    return text;
}

constexpr auto one_goal = "event_name=Pumpentag&goal_0_origin=&goal_0_want=Leiter+Instandhaltung&goal_0_name=Kunden&goal_0_kind=customer";

/// A server that takes every question and answers none.
class Silent {
public:
    Silent() : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        auto address = sockaddr_in{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto length = socklen_t{sizeof address};
        BOOST_REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr const*>(&address), length) == 0);
        BOOST_REQUIRE(::listen(m_socket, 64) == 0);
        BOOST_REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~Silent() { ::close(m_socket); }
    Silent(Silent const&) = delete;
    Silent& operator=(Silent const&) = delete;

    std::string address() const { return fmt::format("http://127.0.0.1:{}", m_port); }

private:
    int m_socket;
    int m_port = 0;
};

std::size_t people_in(StartedReview const& started)
{
    auto const notebook = Notebook::open(started.notebook(), Notebook::Access::read_only);
    auto const known = events(notebook);
    return known.empty() ? 0 : load_candidates(notebook, known.front().id).size();
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_jobs)

BOOST_AUTO_TEST_CASE(pages_answer_while_a_list_is_read_and_a_second_job_has_to_wait)
{
    auto const started = StartedReview{};
    started.bring_list();
    started.post("/start/goals", "event_name=Pumpentag&goal_0_want=Leiter+Instandhaltung&goal_0_kind=customer&seen=" + started.seen());
    BOOST_TEST(started.get("/").find("Amsel") != std::string::npos);
    started.send_file("/start/list", "list", "lang.csv", long_list(20'000));
    BOOST_TEST(started.post("/start/import", "do=import&event=Pumpentag").find("Location: /start\r\n") != std::string::npos);
    auto meanwhile = started.get("/start");
    bool const was_running = meanwhile.find("data-running=\"1\"") != meanwhile.npos;
    BOOST_TEST(was_running);
    BOOST_TEST(started.get("/").find("Amsel") != std::string::npos);
    started.post("/start/import", "do=drop"); // not while it is read
    started.send_file("/start/pages", "pages", "notiz.md", "Ada Amsel");
    BOOST_TEST(started.get("/start").find("role=\"alert\"") != std::string::npos);
    BOOST_TEST(started.when_done("/start").find("20000 Personen") != std::string::npos);
    BOOST_TEST(people_in(started) == 20'003U);
    BOOST_TEST(started.kept_files() == 0U);
}

BOOST_AUTO_TEST_CASE(an_older_ranking_is_shown_as_such_until_the_new_one_is_swapped_in)
{
    auto const started = StartedReview{};
    started.bring_list();
    started.post("/start/goals", "event_name=Pumpentag&goal_0_want=Leiter+Instandhaltung&goal_0_kind=customer&seen=" + started.seen());
    BOOST_TEST(started.get("/").find("id=\"ranking-anew\" data-there=\"Die neue Rangfolge ist da.\" hidden>") != std::string::npos);
    started.send_file("/start/list", "list", "lang.csv", long_list(20'000));
    started.post("/start/import", "do=import&event=Pumpentag");
    started.when_done("/start");
    auto const first = started.get("/");
    BOOST_TEST(first.find("3 Personen") != first.npos);
    BOOST_TEST(first.find("id=\"ranking-anew\" data-there=\"Die neue Rangfolge ist da.\">") != first.npos);
    auto rows = started.get("/rows?limit=1");
    for (int turn = 0; turn < 400 && rows.find("\"anew\":true") != rows.npos; ++turn) {
        std::this_thread::sleep_for(std::chrono::milliseconds{25});
        rows = started.get("/rows?limit=1");
    }
    BOOST_TEST(rows.find("\"anew\":false") != rows.npos);
    BOOST_TEST(rows.find("20003 Personen") != rows.npos);
}

BOOST_AUTO_TEST_CASE(killed_while_a_list_goes_in_all_of_it_is_there_or_nothing_and_a_second_time_does_it)
{
    auto started = StartedReview{};
    started.bring_list();
    for (auto const wait : {0, 20, 60, 120, 200}) {
        started.send_file("/start/list", "list", "lang.csv", long_list(6'000));
        started.post("/start/import", "do=import&event=Pumpentag");
        std::this_thread::sleep_for(std::chrono::milliseconds{wait});
        started.stop(SIGKILL);
        auto const people = people_in(started);
        BOOST_TEST((people == 3U || people == 6'003U));
        started.start();
        BOOST_TEST(started.kept_files() == 0U);
    }
    started.send_file("/start/list", "list", "lang.csv", long_list(6'000));
    started.post("/start/import", "do=import&event=Pumpentag");
    started.when_done("/start");
    BOOST_TEST(people_in(started) == 6'003U);
}

BOOST_AUTO_TEST_CASE(only_copies_that_a_dead_review_left_are_removed)
{
    auto started = StartedReview{};
    started.send_file("/start/list", "list", "liste.csv", test::list_bytes);
    auto const own = started.file("tmp");
    for (auto const* const name : {"knowwho-AbCdEf", "knowwho-notes", "other"}) { // without our mark in them
        std::filesystem::create_directories(own + "/" + name);
        std::ofstream{own + "/" + name + "/mine.txt"} << "mine";
    }
    BOOST_TEST(started.kept_files() == 1U + 3U);
    auto const second = StartedReview{false, "http://127.0.0.1:1", own}; // beside the first, which lives
    BOOST_TEST(started.kept_files() == 1U + 3U);
    BOOST_TEST(started.get("/start").find("liste.csv") != std::string::npos);
    started.stop(SIGKILL);
    BOOST_TEST(started.kept_files() == 1U + 3U);
    started.start();
    BOOST_TEST(started.kept_files() == 3U);
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_before_the_click_and_what_was_started_can_be_stopped_and_gone_on_with)
{
    auto const silent = Silent{};
    auto const started = StartedReview{false, silent.address()};
    started.bring_list();
    started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen());
    BOOST_TEST(started.get("/enrich?people=2&requests=10&minutes=1").find("id=\"job\"") == std::string::npos);
    for (int turn = 0; turn < 2; ++turn) {
        BOOST_TEST(test::status_of(started.post("/enrich/start", "people=2&requests=10&minutes=1")) == 303);
        while (turn == 0 && started.get("/enrich").find("Quellen werden gefragt") == std::string::npos) { // the second time it is stopped before
        }
        BOOST_TEST(started.get("/").find("Amsel") != std::string::npos); // served meanwhile
        BOOST_TEST(started.post("/job/stop", "back=/enrich").find("Location: /enrich\r\n") != std::string::npos);
        BOOST_TEST(started.when_done("/enrich").find("Angehalten") != std::string::npos);
    }
    auto const notebook = Notebook::open(started.notebook(), Notebook::Access::read_only);
    for (auto const& state : source_states(notebook, EventId{1})) {
        BOOST_TEST((state.state == AskState::not_asked));
    }
}

BOOST_AUTO_TEST_CASE(saved_pages_are_read_beside_the_page_and_their_copies_go)
{
    auto started = StartedReview{};
    started.bring_list();
    started.post("/start/goals", std::string{one_goal} + "&seen=" + started.seen());
    started.send_file("/start/pages", "pages", "notiz.md", "Ada Amsel leitet die Instandhaltung im Pumpenwerk Halle GmbH und hat sie neu geordnet.\n");
    auto const page = started.when_done("/start");
    BOOST_TEST(page.find("1 Seite gelesen") != page.npos);
    BOOST_TEST(started.kept_files() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_review_jobs
