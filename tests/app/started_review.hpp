// SPDX-License-Identifier: MIT
// `knowwho review` as a process of its own, asked as a browser asks.
#pragma once

#include "support/loopback.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace knowwho::test {

inline constexpr auto list_bytes = "Vorname;Nachname;Haus;Funktion\r\n"
                            "Ada;Amsel;Pumpenwerk Halle GmbH;Leiterin Instandhaltung\r\n"
                            "Bert;Buche;Walzwerk Brache AG;Leiter Instandhaltung\r\n"
                            "<script>alert(1)</script>;Eiche;B\xc3\xb6se & S\xc3\xb6hne;Leiter Einkauf\r\n";

/// The review over a notebook that is not there yet; its temporary files in the same folder.
class StartedReview {
public:
    explicit StartedReview(bool with_goals_file = false, std::string const& stand_in = "http://127.0.0.1:1", std::string const& temporary = {})
        : m_with_goals_file(with_goals_file), m_stand_in(stand_in), m_temporary(temporary.empty() ? file("tmp") : temporary)
    {
        start();
    }

    /// Once more after stop(), over the same notebook and the same temporary files.
    void start()
    {
        int ends[2];
        BOOST_REQUIRE(pipe(ends) == 0);
        m_child = fork();
        if (m_child == 0) {
            dup2(ends[1], STDOUT_FILENO);
            dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
            std::filesystem::create_directory(m_temporary);
            setenv("TMPDIR", m_temporary.c_str(), 1);
            setenv("KNOWWHO_REPLAY", m_stand_in.c_str(), 1); // asked instead of everybody
            if (m_with_goals_file) {
                execl(KNOWWHO_PROGRAM, "knowwho", "--notebook", notebook().c_str(), "review", "--no-browser", "--goals", file("mine.toml").c_str(), nullptr);
            }
            execl(KNOWWHO_PROGRAM, "knowwho", "--notebook", notebook().c_str(), "review", "--no-browser", nullptr);
            _exit(99);
        }
        close(ends[1]);
        auto address = std::string{};
        for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) {
            address += c;
        }
        close(ends[0]);
        m_port = std::stoi(address.substr(address.find(':', 8) + 1));
        m_head = fmt::format("Host: 127.0.0.1:{0}\r\nCookie: knowwho-{0}={1}\r\nAccept-Language: de\r\n", m_port, address.substr(address.find('/', 8) + 8));
        auto const page = get("/start");
        m_token = after(page, "form-token\" content=\"").substr(0, 32);
    }

    ~StartedReview() { stop(SIGKILL); }
    StartedReview(StartedReview const&) = delete;
    StartedReview& operator=(StartedReview const&) = delete;

    void stop(int signal)
    {
        if (m_child > 0) {
            kill(m_child, signal);
            waitpid(std::exchange(m_child, 0), nullptr, 0);
        }
    }

    std::string file(std::string const& name) const { return (m_folder.path() / name).string(); }
    std::string notebook() const { return file("n.db"); }

    std::string read_back(std::string const& name) const
    {
        auto stream = std::ifstream{file(name), std::ios::binary};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }

    std::string get(std::string const& path) const { return answer_to(m_port, "GET " + path, m_head); }

    std::string post(std::string const& path, std::string const& fields) const
    {
        return send(path, "application/x-www-form-urlencoded", fields + "&form_token=" + m_token);
    }

    std::string send_file(std::string const& path, std::string const& field, std::string const& name, std::string const& bytes, std::string const& token = {}) const
    {
        auto const body = fmt::format("--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{}\r\n--b\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n"
                                      "Content-Type: text/plain\r\n\r\n{}\r\n--b--\r\n",
            token.empty() ? m_token : token, field, name, bytes);
        return send(path, "multipart/form-data; boundary=b", body);
    }

    /// The hash of the goals that the page was made from.
    std::string seen() const { return after(get("/start"), "name=\"seen\" value=\"").substr(0, 32); }

    /// The page as soon as no job runs any more.
    std::string when_done(std::string const& path) const
    {
        auto page = get(path);
        while (page.find("data-running=\"1\"") != page.npos) {
            page = get(path);
        }
        return page;
    }

    /// Files that were dropped and are still kept.
    std::size_t kept_files() const
    {
        auto count = std::size_t{0};
        for (auto const& entry : std::filesystem::recursive_directory_iterator{m_temporary}) {
            count += entry.is_regular_file() && entry.path().filename() != "review.lock";
        }
        return count;
    }

    void bring_list(std::string const& event = "Pumpentag") const
    {
        BOOST_TEST(status_of(send_file("/start/list", "list", "liste.csv", list_bytes)) == 303);
        BOOST_TEST(status_of(post("/start/import", "do=import&event=" + event)) == 303);
        when_done("/start");
    }

    static std::string after(std::string const& text, std::string_view mark)
    {
        auto const at = text.find(mark);
        return at == text.npos ? std::string{} : text.substr(at + mark.size());
    }

private:
    std::string send(std::string const& path, std::string const& kind, std::string const& body) const
    {
        return answer_to(m_port, "POST " + path, m_head + fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", kind, body.size()), body);
    }

    TemporaryFolder m_folder;
    bool m_with_goals_file;
    std::string m_stand_in;
    std::string m_temporary;
    pid_t m_child = 0;
    int m_port = 0;
    std::string m_head;
    std::string m_token;
};

} // namespace knowwho::test
