// SPDX-License-Identifier: MIT
// The program itself, killed again and again while it asks a source: nothing is lost, doubled or asked twice. By default
// 60 people and 25 kills; KNOWWHO_KILLS=100 takes 200 people and 100 kills. All people and organisations are invented.
#include "model/error.hpp"
#include "store/attendances.hpp"
#include "store/candidates.hpp"
#include "store/events.hpp"
#include "store/fetch_state.hpp"
#include "store/files.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "support/replay_server.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <set>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knowwho::test_kills {
namespace {

constexpr auto recipe = R"(name = "blatt"
title = "Blatt"
gives = "Artikel"
terms = "frei"
language = "de"
pace = 0
kinds = ["company"]

[[step]]
name = "leute"
url = "https://blatt.example/leute?q={name}"
items = "/json/leute/item"
names = "name"
signals = { organisation = "firma" }
take = { id = "id" }

[[step]]
name = "artikel"
after = "leute"
url = "https://blatt.example/artikel/{id}"
items = "/json/artikel/item"
[step.piece]
title = "titel"
text = ["text"]
link = "adresse"
)";

int wanted_kills()
{
    auto const* const asked = std::getenv("KNOWWHO_KILLS");
    return asked == nullptr ? 25 : std::clamp(std::atoi(asked), 1, 1000);
}

/// A family name of its own for every number.
std::string family_name(int number)
{
    constexpr std::string_view first[] = {"Bar", "Ber", "Dor", "Fal", "Gru", "Hol", "Kam", "Lin", "Mer", "Nol"};
    constexpr std::string_view second[] = {"olind", "amann", "iberg", "ehoff", "ufeld", "astein", "okamp", "ebrandt", "ihorst", "udorf"};
    constexpr std::string_view third[] = {"", "er", "sen", "chen", "ke", "mann", "ing", "au", "ow", "itz"};
    return fmt::format("{}{}{}", first[number % 10], second[number / 10 % 10], third[number / 100 % 10]);
}

/// Every fifth person is unknown to the source.
bool is_known(int number)
{
    return number % 5 != 0;
}

class Place {
public:
    explicit Place(int people) : m_people(people)
    {
        auto list = std::string{"Vorname;Nachname;Firma;Position\n"};
        for (auto number = 0; number < people; ++number) {
            auto const family = family_name(number);
            list += fmt::format("Antje;{};Uhlenbrink Hydraulik GmbH;Leiterin Einkauf\n", family);
            serve(family, is_known(number));
        }
        m_folder.write("liste.csv", list);
        std::filesystem::create_directories(m_folder.path() / "knowwho/sources");
        m_folder.write("knowwho/sources/blatt.toml", recipe);
    }

    std::filesystem::path notebook() const { return m_folder.path() / "notizen.db"; }
    std::filesystem::path output() const { return m_folder.path() / "out"; }
    test::ReplayServer& server() { return m_server; }

    pid_t start(std::vector<std::string> words) const
    {
        auto const child = fork();
        if (child == 0) {
            setenv("XDG_CONFIG_HOME", m_folder.path().c_str(), 1);
            setenv("KNOWWHO_REPLAY", m_server.address().c_str(), 1);
            dup2(open(output().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
            auto list = std::vector<char*>{};
            for (auto& word : words) {
                list.push_back(word.data());
            }
            list.push_back(nullptr);
            execv(KNOWWHO_PROGRAM, list.data());
            _exit(127);
        }
        return child;
    }

    pid_t start_asking() const
    {
        return start({"knowwho", "--notebook", notebook().string(), "enrich", "--source", "blatt", "--budget", std::to_string(m_people),
            "--requests", "100000"});
    }

    int import() const
    {
        return end_of(start({"knowwho", "--quiet", "--notebook", notebook().string(), "import", (m_folder.path() / "liste.csv").string(),
            "--event", "Forum"}));
    }

    static int end_of(pid_t child)
    {
        auto status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    void serve(std::string const& family, bool known)
    {
        auto const json = [&](std::string const& target, std::string const& body) {
            m_server.serve("/blatt.example" + target, {.body = body, .content_type = "application/json"});
        };
        if (!known) {
            json("/leute?q=Antje%20" + family, R"({"leute":[]})");
            return;
        }
        json("/leute?q=Antje%20" + family, fmt::format(R"({{"leute":[{{"id":"{0}","name":"Antje {0}","firma":"Uhlenbrink Hydraulik"}}]}})", family));
        json("/artikel/" + family, fmt::format(R"({{"artikel":[{{"titel":"Antje {0} im Gespräch","text":"Antje {0} von Uhlenbrink Hydraulik)"
            R"( spricht über Pumpen ohne Leck.","adresse":"https://blatt.example/{0}"}}]}})", family));
    }

    int m_people;
    test::TemporaryFolder m_folder;
    test::ReplayServer m_server;
};

/// Waits until the server was asked `more` times, or the child has ended by itself: then true.
bool ends_before(pid_t child, test::ReplayServer const& server, int more)
{
    auto const wanted = server.hits() + more;
    auto info = siginfo_t{};
    while (server.hits() < wanted) {
        info.si_pid = 0;
        if (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child) {
            return true;
        }
        usleep(100);
    }
    return false;
}

/// Kills runs after a few answers each, at any moment between two; how many were killed.
int kill_again_and_again(Place& place, int kills, int most_answers)
{
    auto random = std::mt19937{4711};
    for (auto killed = 0; killed < kills; ++killed) {
        auto const child = place.start_asking();
        auto const ended = ends_before(child, place.server(), std::uniform_int_distribution{0, most_answers}(random));
        usleep(std::uniform_int_distribution<useconds_t>{0, 3000}(random));
        kill(child, SIGKILL);
        if (Place::end_of(child) != -SIGKILL || ended) {
            return killed;
        }
    }
    return kills;
}

void check_states(Place const& place, int people)
{
    auto const notebook = Notebook::open(place.notebook(), Notebook::Access::read_only);
    auto const event = find_event(notebook, "Forum")->id;
    auto const states = source_states(notebook, event);
    BOOST_TEST(states.size() == static_cast<std::size_t>(people));
    auto found = 0;
    for (auto const& state : states) {
        auto const evidence = all_evidence(notebook, state.person);
        auto quotes = std::set<std::string>{};
        for (auto const& one : evidence) {
            quotes.insert(one.page.address + one.snippet.quote);
        }
        found += state.state == AskState::found ? 1 : 0;
        BOOST_TEST(quotes.size() == evidence.size()); // nothing doubled
        BOOST_TEST(static_cast<int>(evidence.size()) == state.snippets); // nothing lost
        BOOST_TEST((state.state == AskState::found ? !evidence.empty() : state.state == AskState::nothing && evidence.empty()));
    }
    auto known = 0;
    for (auto number = 0; number < people; ++number) {
        known += is_known(number) ? 1 : 0;
    }
    BOOST_TEST(found == known);
}

int count(std::string const& text, std::string const& word)
{
    auto times = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++times;
    }
    return times;
}

} // namespace

BOOST_AUTO_TEST_SUITE(kills)

BOOST_AUTO_TEST_CASE(killed_at_any_moment_nothing_is_lost_doubled_or_asked_twice)
{
    auto const wanted = wanted_kills();
    auto const people = wanted >= 100 ? 200 : 60;
    auto place = Place{people};
    BOOST_REQUIRE(place.import() <= 1);
    // On a busy machine more answers come than were waited for: half of them are left for that.
    auto const needed = people + people * 4 / 5;
    auto const killed = kill_again_and_again(place, wanted, std::max(1, needed / wanted / 2));
    BOOST_TEST(killed >= wanted * 8 / 10);
    BOOST_TEST(Place::end_of(place.start_asking()) == 0);
    check_states(place, people);

    auto const hits = place.server().hits();
    // Only the answer in flight is asked for again: one host, one request at a time.
    BOOST_TEST(hits <= needed + killed);
    BOOST_TEST_MESSAGE(fmt::format("{} kills, {} people, {} answers needed, {} given", killed, people, needed, hits));

    // A last run asks nothing, and its table says of everybody what became of them.
    BOOST_TEST(Place::end_of(place.start_asking()) == 0);
    BOOST_TEST(place.server().hits() == hits);
    auto const table = read_file(place.output());
    BOOST_TEST(count(table, "not asked: found on") == people * 4 / 5, table);
    BOOST_TEST(count(table, "not asked: nothing on") == people / 5);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_kills
