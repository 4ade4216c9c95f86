// SPDX-License-Identifier: MIT
// The review as it runs: what is clicked is in the notebook, whoever clicks too late is told, and killing it loses nothing.
#include "model/error.hpp"
#include "store/changes.hpp"
#include "store/events.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "support/loopback.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knowwho::test_review {
namespace {

constexpr auto goals = R"([event]
name = "Pumpentag"
language = "de"
[[goal]]
name = "Kunden"
want = "Leiter Instandhaltung, die Anlagen warten"
)";

constexpr auto list = "Vorname;Nachname;Firma;Funktion\n"
                      "Ada;Amsel;Pumpenwerk Halle GmbH;Leiterin Instandhaltung\n"
                      "Bert;Buche;Walzwerk Brache AG;Leiter Instandhaltung\n"
                      "<script>alert(1)</script>;\"\"\"><img src=x onerror=alert(2)>\";Böse & Söhne;Leiter Instandhaltung\n";

pid_t start(std::vector<std::string> words, int output)
{
    auto const child = fork();
    if (child == 0) {
        dup2(output, STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        auto line = std::vector<char*>{};
        for (auto& word : words) {
            line.push_back(word.data());
        }
        line.push_back(nullptr);
        execv(KNOWWHO_PROGRAM, line.data());
        _exit(99);
    }
    return child;
}

int end_of(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// A notebook with three people, and the review running over it.
class Running {
public:
    Running()
    {
        m_folder.write("liste.csv", list);
        m_folder.write("goals.toml", goals);
        auto const sheet = (m_folder.path() / "blatt.md").string();
        int const nowhere = open("/dev/null", O_WRONLY);
        BOOST_REQUIRE(end_of(start({"knowwho", "-q", "--notebook", notebook(), "brief", (m_folder.path() / "liste.csv").string(), "--goals",
                                 (m_folder.path() / "goals.toml").string(), "--offline", "-o", sheet},
                          nowhere)) <= 1);
        close(nowhere);
        serve();
    }

    ~Running()
    {
        if (m_child > 0) {
            stop(SIGKILL);
        }
    }

    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

    std::string notebook() const { return (m_folder.path() / "n.db").string(); }

    int stop(int signal)
    {
        kill(m_child, signal);
        return end_of(std::exchange(m_child, 0));
    }

    std::string get(std::string const& path) const { return test::answer_to(m_port, "GET " + path, m_head); }

    std::string post(std::string const& path, std::string const& fields, bool by_script = true) const
    {
        auto const body = fields + "&form_token=" + m_form_token;
        auto const kind = fmt::format("{}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", by_script ? "Accept: application/json\r\n" : "", body.size());
        return test::answer_to(m_port, "POST " + path, m_head + kind, body);
    }

private:
    void serve()
    {
        int ends[2];
        BOOST_REQUIRE(pipe(ends) == 0);
        m_child = start({"knowwho", "--notebook", notebook(), "review", "--no-browser"}, ends[1]);
        close(ends[1]);
        auto address = std::string{};
        for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) {
            address += c;
        }
        close(ends[0]);
        auto const slash = address.find('/', 8);
        m_port = std::stoi(address.substr(address.find(':', 8) + 1));
        m_head = fmt::format("Host: 127.0.0.1:{0}\r\nCookie: knowwho-{0}={1}\r\n", m_port, address.substr(slash + 8));
        auto const page = get("/");
        auto const mark = std::string_view{"form-token\" content=\""};
        m_form_token = page.substr(page.find(mark) + mark.size(), 32);
    }

    test::TemporaryFolder m_folder;
    pid_t m_child = 0;
    int m_port = 0;
    std::string m_head;
    std::string m_form_token;
};

Mark mark_of_first(std::string const& file)
{
    auto const notebook = Notebook::open(file, Notebook::Access::read_only);
    return judgement(notebook, events(notebook).front().id, {1}).mark;
}

} // namespace

BOOST_AUTO_TEST_SUITE(review)

BOOST_AUTO_TEST_CASE(a_click_is_in_the_notebook_when_it_is_answered_even_if_the_server_is_killed_at_once)
{
    auto running = Running{};
    BOOST_TEST(test::status_of(running.post("/person/1/mark", "mark=pinned&revision=0")) == 200);
    running.stop(SIGKILL);
    BOOST_TEST((mark_of_first(running.notebook()) == Mark::pinned));
}

BOOST_AUTO_TEST_CASE(whoever_saw_an_older_state_gets_409_and_what_is_there_now)
{
    auto const running = Running{};
    BOOST_TEST(test::status_of(running.post("/person/1/mark", "mark=pinned&revision=0")) == 200);
    auto const late = running.post("/person/1/mark", "mark=vetoed&revision=0");
    BOOST_TEST(test::status_of(late) == 409);
    BOOST_TEST(late.find("\"mark\":\"pinned\"") != late.npos);
    BOOST_TEST(late.find("\"revision\":1") != late.npos);
    BOOST_TEST(test::status_of(running.post("/person/1/note", "value=x&revision=0", false)) == 409);
    BOOST_TEST(test::status_of(running.post("/person/1/mark", "mark=vetoed")) == 422);
    BOOST_TEST((mark_of_first(running.notebook()) == Mark::pinned));
}

BOOST_AUTO_TEST_CASE(a_change_on_the_command_line_is_seen_and_keeps_older_clicks_out)
{
    auto const running = Running{};
    int const nowhere = open("/dev/null", O_WRONLY);
    BOOST_TEST(end_of(start({"knowwho", "-q", "--notebook", running.notebook(), "pin", "1"}, nowhere)) == 0);
    close(nowhere);
    BOOST_TEST(running.get("/?status=pinned").find("Amsel") != std::string::npos);
    BOOST_TEST(test::status_of(running.post("/person/1/mark", "mark=vetoed&revision=0")) == 409);
}

BOOST_AUTO_TEST_CASE(undo_takes_back_click_by_click)
{
    auto const running = Running{};
    running.post("/person/1/note", "value=eins&revision=0");
    running.post("/person/1/mark", "mark=pinned&revision=1");
    running.post("/undo", "");
    BOOST_TEST((mark_of_first(running.notebook()) == Mark::none));
    running.post("/undo", "");
    auto const notebook = Notebook::open(running.notebook(), Notebook::Access::read_only);
    BOOST_TEST(remark(notebook, {1}).note.empty());
    BOOST_TEST(changes(notebook, PersonId{1}, 10).empty());
}

BOOST_AUTO_TEST_CASE(a_form_without_script_goes_on_where_it_came_from_and_nowhere_else)
{
    auto const running = Running{};
    auto const answer = running.post("/person/1/mark", "mark=pinned&revision=0&back=%2F%3Fq%3Da", false);
    BOOST_TEST(test::status_of(answer) == 303);
    BOOST_TEST(answer.find("Location: /?q=a\r\n") != answer.npos);
    for (auto const* const elsewhere : {"%2F%2Fevil.example", "http%3A%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fa%0D%0ASet-Cookie%3A%20x"}) {
        auto const away = running.post("/undo", fmt::format("back={}", elsewhere), false);
        BOOST_TEST(away.find("Location: /\r\n") != away.npos, elsewhere);
    }
}

BOOST_AUTO_TEST_CASE(nothing_of_a_list_is_more_than_text_on_any_page)
{
    auto const running = Running{};
    running.post("/person/3/note", "value=%3C%2Ftextarea%3E%3Cscript%3Ealert(3)%3C%2Fscript%3E&revision=0");
    running.post("/person/3/tags", "value=%3Cscript%3Ealert(4)%3C%2Fscript%3E&revision=1");
    for (auto const* const path : {"/", "/person/3", "/changes", "/rows", "/?q=%22%3E%3Cscript%3Ealert(5)%3C/script%3E", "/?sort=%22%3E%3Cscript%3E"}) {
        auto const answer = running.get(path);
        BOOST_TEST(test::status_of(answer) == 200, path);
        BOOST_TEST(answer.find("<script>") == answer.npos, path);
        BOOST_TEST(answer.find("<img") == answer.npos, path);
    }
}

BOOST_AUTO_TEST_CASE(the_list_is_filtered_by_what_was_typed_and_chosen)
{
    auto const running = Running{};
    running.post("/person/2/mark", "mark=pinned&revision=0");
    running.post("/person/2/tags", "value=Rudern&revision=1");
    struct Choice {
        char const* query;
        bool amsel;
        bool buche;
    };
    for (auto const& [query, amsel, buche] : {Choice{"q=buch", false, true}, {"q=rudern", false, true}, {"tag=Rudern", false, true}, {"tag=Rud", false, false}, {"q=b%C3%BCche", false, true}, {"q=uche", false, false},
             {"organisation=pumpenwerk", true, false}, {"status=pinned", false, true}, {"status=vetoed", false, false}, {"evidence=some", false, false},
             {"evidence=none", true, true}, {"goal=99", false, false}, {"sort=name", true, true}, {"sort=nonsense&status=nonsense", true, true}}) {
        auto const rows = running.get(std::string{"/rows?"} + query);
        BOOST_TEST((rows.find("Ada Amsel") != rows.npos) == amsel, query);
        BOOST_TEST((rows.find("Bert Buche") != rows.npos) == buche, query);
    }
    auto const by_name = running.get("/rows?sort=name");
    BOOST_TEST(by_name.find("Ada Amsel") < by_name.find("Bert Buche"));
}

BOOST_AUTO_TEST_CASE(own_sentences_are_looked_through_and_come_first)
{
    auto const running = Running{};
    BOOST_TEST(running.post("/lint", "text=Ich+bewundere+Sie+sehr.").find("<li>") != std::string::npos);
    BOOST_TEST(running.post("/lint", "text=Was+klingt+zuerst%3F").find("<li>") == std::string::npos);
    running.post("/person/1/openers", "value=Was+klingt+zuerst%3F&revision=0");
    auto const page = running.get("/person/1");
    BOOST_TEST(page.find("Eigene Worte") < page.find("Nehmen und"));
}

BOOST_AUTO_TEST_CASE(who_is_not_on_the_list_has_no_page)
{
    auto const running = Running{};
    for (auto const* const path : {"/person/4711", "/person/", "/person/1x", "/person/-1", "/person/1/note/2"}) {
        BOOST_TEST(test::status_of(running.get(path)) == 404, path);
    }
}

BOOST_AUTO_TEST_CASE(weights_that_are_none_change_nothing)
{
    auto const running = Running{};
    for (auto const* const weights : {"w=1", "w=1&w=2&w=3&w=4&w=x", "w=-1&w=1&w=1&w=1&w=1", "w=nan&w=1&w=1&w=1&w=1", "w=1&w=1&w=1&w=1", ""}) {
        BOOST_TEST(test::status_of(running.post("/weights", weights)) == 422, weights);
    }
    BOOST_TEST(test::status_of(running.post("/weights", "w=7&w=20&w=10&w=5&w=10")) == 200);
    BOOST_TEST(test::status_of(running.get("/rows?w=x,y,z&offset=-5&limit=99999999")) == 200);
}

BOOST_AUTO_TEST_CASE(it_ends_when_asked_to_and_by_an_interruption)
{
    auto asked = Running{};
    BOOST_TEST(test::status_of(asked.post("/quit", "", false)) == 200);
    BOOST_TEST(asked.stop(0) == 0);
    auto interrupted = Running{};
    BOOST_TEST(interrupted.stop(SIGINT) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_review
