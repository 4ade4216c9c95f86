// SPDX-License-Identifier: MIT
// The program itself: proxy and authority as the environment says. All people and organisations are invented.
#include "store/files.hpp"
#include "support/replay_server.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knowwho::test_environment {
namespace {

using test::ReplayServer;
using Environment = std::map<std::string, std::string>;

constexpr auto recipe = R"(name = "blatt"
title = "Blatt"
gives = "Artikel"
terms = "frei"
language = "de"
pace = 0
kinds = ["company"]

[[step]]
name = "artikel"
url = "https://blatt.example/artikel?q={name}"
items = "/json/artikel/item"
[step.piece]
title = "titel"
text = ["text"]
link = "adresse"
)";

/// One attendee and one source.
struct Fixture {
    test::TemporaryFolder folder;

    Fixture()
    {
        folder.write("liste.csv", "Vorname;Nachname;Firma;Position\nKäthe;Ostermoor;Uhlenbrink Hydraulik GmbH;Leiterin Einkauf\n");
        std::filesystem::create_directories(folder.path() / "knowwho/sources");
        folder.write("knowwho/sources/blatt.toml", recipe);
        BOOST_REQUIRE(end_of(start({"knowwho", "--quiet", "--notebook", notebook(), "import", (folder.path() / "liste.csv").string(), "--event", "Forum"}, {})) == 0);
    }

    std::string notebook() const { return (folder.path() / "notizen.db").string(); }
    std::string output() const { return read_file(folder.path() / "out"); }

    pid_t start(std::vector<std::string> words, Environment const& environment) const
    {
        auto const child = fork();
        if (child == 0) {
            setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
            for (auto const* const name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
                     "CURL_CA_BUNDLE", "SSL_CERT_FILE", "KNOWWHO_REPLAY"}) {
                unsetenv(name);
            }
            for (auto const& [name, value] : environment) {
                setenv(name.c_str(), value.c_str(), 1);
            }
            dup2(open((folder.path() / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
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

    pid_t ask(Environment const& environment) const
    {
        return start({"knowwho", "--quiet", "--notebook", notebook(), "enrich", "--source", "blatt"}, environment);
    }

    static int end_of(pid_t child)
    {
        auto status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

    /// Ends the child as soon as the server was asked, or when it ends by itself.
    static void end_when_asked(pid_t child, ReplayServer const& server)
    {
        auto info = siginfo_t{};
        while (server.hits() == 0 && !(waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child)) {
            usleep(1000);
        }
        kill(child, SIGKILL);
        end_of(child);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(environment, Fixture)

BOOST_AUTO_TEST_CASE(the_proxy_of_the_environment_is_asked_for_a_way)
{
    auto const proxy = ReplayServer{};
    end_when_asked(ask({{"https_proxy", proxy.address()}}), proxy);
    auto const received = proxy.received();
    BOOST_REQUIRE(!received.empty());
    BOOST_TEST(received[0].target == "blatt.example:443");
}

BOOST_AUTO_TEST_CASE(an_authority_of_the_environment_is_trusted_and_no_other)
{
    auto server = ReplayServer{ReplayServer::Tls{}};
    server.serve("/blatt.example/artikel?q={n}", {.body = R"({"artikel":[{"titel":"Käthe Ostermoor über Pumpen","text":"Käthe Ostermoor von Uhlenbrink Hydraulik )"
                                                          R"(kauft nur noch Pumpen ohne Leck.","adresse":"https://blatt.example/pumpen"}]})",
        .content_type = "application/json"});
    BOOST_TEST(end_of(ask({{"KNOWWHO_REPLAY", server.address()}})) == 1); // done, with a problem worth reading
    BOOST_TEST(server.hits() == 0);
    auto const authority = folder.write("ca.pem", server.authority()).string();
    BOOST_TEST(end_of(ask({{"KNOWWHO_REPLAY", server.address()}, {"CURL_CA_BUNDLE", authority}})) == 0);
    BOOST_TEST(server.hits() == 1);
    BOOST_TEST(end_of(start({"knowwho", "--quiet", "--notebook", notebook(), "find", "page:Leck"}, {})) == 0);
    BOOST_TEST(output().find("Käthe Ostermoor") != std::string::npos, output());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_environment
