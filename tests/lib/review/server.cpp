// SPDX-License-Identifier: MIT
// Who gets in, what is refused, and that nobody can hold the server up: against the real server on loopback.
#include "client.hpp"

#include "model/error.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <vector>

BOOST_AUTO_TEST_SUITE(server)

using namespace knowwho::test;
using knowwho::review::WebRequest;
using knowwho::review::Router;
using knowwho::review::ServerOptions;

/// "/" says hello, "/change" counts what was changed, "/upload" tells the size of a file.
struct Fixture {
    std::shared_ptr<int> changes = std::make_shared<int>(0);
    RunningServer running{options(), routes()};

    static ServerOptions options()
    {
        auto options = ServerOptions{};
        options.upload_paths = {"/upload"};
        options.upload_limit = std::size_t{4} << 20;
        return options;
    }

    Router routes()
    {
        auto router = Router{};
        router.get("/", [](WebRequest const&) { return knowwho::review::page("<p>hello</p>"); });
        router.post("/change", [count = changes](WebRequest const& request) {
            ++*count;
            return knowwho::review::plain(200, "changed " + std::string{request.form["what"]});
        });
        router.post("/upload", [](WebRequest const& request) { return knowwho::review::plain(200, std::to_string(request.form.files.front().bytes.size())); });
        router.get("/fails", [](WebRequest const&) -> knowwho::review::WebResponse { throw std::runtime_error{"a secret"}; });
        return router;
    }

    std::string get(std::string const& path, std::string const& headers) { return answer_to(running.port(), "GET " + path, headers); }
};

BOOST_FIXTURE_TEST_CASE(the_first_address_gives_a_strict_cookie_and_goes_on_without_the_token, Fixture)
{
    auto const address = running.server().guard().first_address();
    auto const answer = get(address.substr(address.find("/?")), "Host: " + running.host() + "\r\n");
    BOOST_TEST(status_of(answer) == 200);
    BOOST_TEST(answer.find("; HttpOnly; SameSite=Strict; Path=/\r\n") != answer.npos);
    BOOST_TEST(answer.find("content=\"0; url=/\"") != answer.npos);
    BOOST_TEST(answer.find("hello") == answer.npos);
}

BOOST_FIXTURE_TEST_CASE(with_the_cookie_the_page_comes_with_all_rules_for_the_browser, Fixture)
{
    auto const answer = get("/", running.let_in());
    BOOST_TEST(status_of(answer) == 200);
    BOOST_TEST(answer.ends_with("<p>hello</p>"));
    for (auto const* const rule : {"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'", "frame-ancestors 'none'",
             "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Cache-Control: no-store"}) {
        BOOST_TEST(answer.find(rule) != answer.npos, rule);
    }
}

BOOST_FIXTURE_TEST_CASE(without_cookie_or_with_a_wrong_one_nobody_gets_in, Fixture)
{
    auto const host = "Host: " + running.host() + "\r\n";
    BOOST_TEST(status_of(get("/", host)) == 403);
    BOOST_TEST(status_of(get("/?token=0123456789abcdef0123456789abcdef", host)) == 403);
    BOOST_TEST(status_of(get("/?token=", host)) == 403);
    BOOST_TEST(status_of(get("/", host + "Cookie: knowwho-" + std::to_string(running.port()) + "=\r\n")) == 403);
    BOOST_TEST(status_of(get("/review.js", host)) == 403);
    BOOST_TEST(status_of(get("/events", host)) == 403);
}

BOOST_FIXTURE_TEST_CASE(a_host_that_is_not_ours_is_refused_even_with_the_cookie, Fixture)
{
    auto const let_in = running.let_in();
    auto const cookie = let_in.substr(let_in.find("Cookie"));
    auto const port = std::to_string(running.port());
    for (auto const& host : {std::string{"evil.example"}, "evil.example:" + port, std::string{"127.0.0.1"}, std::string{"127.0.0.1:1"}, "127.0.0.1:" + port + ".evil.example"}) {
        BOOST_TEST(status_of(get("/", "Host: " + host + "\r\n" + cookie)) == 421, host);
    }
    BOOST_TEST(status_of(get("/", cookie)) >= 400);
    BOOST_TEST(status_of(get("/", let_in + "Host: evil.example\r\n")) >= 400);
    BOOST_TEST(status_of(get("/", "Host: localhost:" + port + "\r\n" + cookie)) == 200);
}

BOOST_FIXTURE_TEST_CASE(a_foreign_origin_is_refused, Fixture)
{
    auto const port = std::to_string(running.port());
    for (auto const& origin : {std::string{"http://evil.example"}, std::string{"null"}, "https://127.0.0.1:" + port, std::string{"http://127.0.0.1:1"}, std::string{"file://"}}) {
        auto const answer = answer_to(running.port(), "POST /change", running.may_post(6) + "Origin: " + origin + "\r\n", "what=x");
        BOOST_TEST(status_of(answer) == 403, origin);
    }
    BOOST_TEST(*changes == 0);
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", running.may_post(6) + "Origin: http://127.0.0.1:" + port + "\r\n", "what=x")) == 200);
    BOOST_TEST(*changes == 1);
}

BOOST_FIXTURE_TEST_CASE(a_change_needs_the_form_token, Fixture)
{
    auto const form = running.let_in() + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    auto const send = [&](std::string const& body) { return status_of(answer_to(running.port(), "POST /change", form + std::to_string(body.size()) + "\r\n", body)); };
    BOOST_TEST(send("what=x") == 403);
    BOOST_TEST(send("what=x&form_token=") == 403);
    BOOST_TEST(send("what=x&form_token=0123456789abcdef0123456789abcdef") == 403);
    BOOST_TEST(*changes == 0);
    BOOST_TEST(send("what=x&form_token=" + running.server().guard().form_token()) == 200);
    BOOST_TEST(*changes == 1);
}

BOOST_FIXTURE_TEST_CASE(only_a_form_that_is_posted_changes_anything, Fixture)
{
    BOOST_TEST(status_of(get("/change?what=x", running.let_in())) == 405);
    for (auto const* const method : {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"}) {
        BOOST_TEST(status_of(answer_to(running.port(), std::string{method} + " /change", running.let_in())) >= 400, method);
    }
    auto const json = running.let_in() + "X-Knowwho-Token: " + running.server().guard().form_token() + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", json, "{}")) == 415);
    BOOST_TEST(*changes == 0);
}

BOOST_FIXTURE_TEST_CASE(too_large_a_head_is_refused_at_once, Fixture)
{
    BOOST_TEST(status_of(get("/", running.let_in() + "X-Large: " + std::string(100'000, 'x') + "\r\n")) == 431);
    auto many = std::string{};
    for (int i = 0; i < 10'000; ++i) {
        many += "X-" + std::to_string(i) + ": 1\r\n";
    }
    BOOST_TEST(status_of(get("/", running.let_in() + many)) == 431);
    BOOST_TEST(status_of(get("/" + std::string(100'000, 'x'), running.let_in())) >= 400);
}

BOOST_FIXTURE_TEST_CASE(too_large_a_body_is_refused_before_it_is_read, Fixture)
{
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", running.may_post(std::size_t{2} << 20), "what=x")) == 413);
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", running.may_post(std::size_t{1} << 40), "what=x")) == 413);
    BOOST_TEST(*changes == 0);
}

BOOST_FIXTURE_TEST_CASE(too_large_a_body_in_pieces_is_refused, Fixture)
{
    auto connection = Connected{running.port()};
    auto const token = "X-Knowwho-Token: " + running.server().guard().form_token() + "\r\n";
    connection.send("POST /change HTTP/1.1\r\n" + running.let_in() + token + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n");
    auto const piece = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 64 && connection.send(piece); ++i) {
    }
    BOOST_TEST(status_of(connection.read_until("\r\n\r\n")) == 413);
    BOOST_TEST(*changes == 0);
}

BOOST_FIXTURE_TEST_CASE(two_lengths_at_once_are_refused, Fixture)
{
    auto const both = running.may_post(6) + "Transfer-Encoding: chunked\r\n";
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", both, "6\r\nwhat=x\r\n0\r\n\r\n")) == 400);
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", running.may_post(6) + "Content-Length: 5\r\n", "what=x")) == 400);
    BOOST_TEST(*changes == 0);
}

BOOST_FIXTURE_TEST_CASE(what_is_no_request_is_refused, Fixture)
{
    for (auto const* const words : {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"}) {
        auto connection = Connected{running.port()};
        connection.send(words);
        BOOST_TEST(status_of(connection.read_all()) >= 400, words);
    }
}

BOOST_FIXTURE_TEST_CASE(sixty_four_connections_that_say_nothing_hold_nobody_up, Fixture)
{
    auto silent = std::vector<std::unique_ptr<Connected>>{};
    for (int i = 0; i < 64; ++i) {
        silent.push_back(std::make_unique<Connected>(running.port()));
        if (i % 2 == 0) {
            silent.back()->send("POST /change HTTP/1.1\r\nHost: ");
        }
    }
    BOOST_TEST(status_of(get("/", running.let_in())) == 200);
}

BOOST_AUTO_TEST_CASE(a_request_that_never_ends_is_told_so)
{
    auto options = ServerOptions{};
    options.head_time = std::chrono::milliseconds{50};
    options.body_time = std::chrono::milliseconds{50};
    auto running = RunningServer{options, Router{}};
    auto head = Connected{running.port()};
    head.send("GET / HTTP/1.1\r\nHost: ");
    BOOST_TEST(status_of(head.read_all()) == 408);
    auto body = Connected{running.port()};
    body.send("POST / HTTP/1.1\r\n" + running.may_post(100) + "\r\nwhat=");
    BOOST_TEST(status_of(body.read_all()) == 408);
}

BOOST_AUTO_TEST_CASE(beyond_the_most_connections_new_ones_are_closed)
{
    auto options = ServerOptions{};
    options.most_connections = 2;
    auto running = RunningServer{options, Router{}};
    auto one = Connected{running.port()};
    auto two = Connected{running.port()};
    auto three = Connected{running.port()};
    BOOST_TEST(three.read_all().empty());
}

BOOST_FIXTURE_TEST_CASE(no_way_leads_out_to_files, Fixture)
{
    for (auto const* const path : {"/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/templates/review/review.css", "/review.css/..", "/."}) {
        auto const answer = get(path, running.let_in());
        BOOST_TEST(status_of(answer) == 404, path);
        BOOST_TEST(answer.find("root:") == answer.npos);
    }
}

BOOST_FIXTURE_TEST_CASE(style_and_script_come_with_a_tag_and_are_not_sent_twice, Fixture)
{
    auto const answer = get("/review.css", running.let_in());
    BOOST_TEST(status_of(answer) == 200);
    auto const at = answer.find("ETag: ");
    BOOST_REQUIRE(at != answer.npos);
    auto const tag = answer.substr(at + 6, answer.find('\r', at) - at - 6);
    auto const again = get("/review.css", running.let_in() + "If-None-Match: " + tag + "\r\n");
    BOOST_TEST(status_of(again) == 304);
    BOOST_TEST(again.size() < 1000u);
}

BOOST_FIXTURE_TEST_CASE(what_a_handler_throws_is_not_told, Fixture)
{
    auto const answer = get("/fails", running.let_in());
    BOOST_TEST(status_of(answer) == 500);
    BOOST_TEST(answer.find("secret") == answer.npos);
}

BOOST_FIXTURE_TEST_CASE(a_file_comes_whole_where_uploads_are_taken, Fixture)
{
    auto const file = std::string(std::size_t{3} << 20, 'x');
    auto const body = "--line\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n" + running.server().guard().form_token()
        + "\r\n--line\r\nContent-Disposition: form-data; name=\"list\"; filename=\"..\\..\\liste.csv\"\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--line--\r\n";
    auto const headers = running.let_in() + "Content-Type: multipart/form-data; boundary=line\r\nContent-Length: ";
    auto const answer = answer_to(running.port(), "POST /upload", headers + std::to_string(body.size()) + "\r\n", body);
    BOOST_TEST(status_of(answer) == 200);
    BOOST_TEST(answer.ends_with("3145728\n"));
    BOOST_TEST(status_of(answer_to(running.port(), "POST /change", headers + std::to_string(body.size()) + "\r\n", "--line")) == 413);
}

BOOST_FIXTURE_TEST_CASE(events_reach_who_listens, Fixture)
{
    auto listener = Connected{running.port()};
    listener.send("GET /events HTTP/1.1\r\n" + running.let_in() + "\r\n");
    auto const head = listener.read_until("retry: 2000\n\n");
    BOOST_TEST(head.find("Content-Type: text/event-stream\r\n") != head.npos);
    running.server().publish("job", "one\ntwo");
    BOOST_TEST(listener.read_until("\n\n").find("event: job\ndata: one\ndata: two\n\n") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(one_connection_serves_many_requests, Fixture)
{
    auto connection = Connected{running.port()};
    for (int i = 0; i < 3; ++i) {
        connection.send("GET / HTTP/1.1\r\n" + running.let_in() + "\r\n");
        BOOST_TEST(status_of(connection.read_until("hello</p>")) == 200);
    }
}

BOOST_AUTO_TEST_CASE(a_port_that_is_taken_is_told)
{
    auto const first = knowwho::review::Server{ServerOptions{}};
    auto options = ServerOptions{};
    options.port = first.port();
    BOOST_CHECK_THROW(knowwho::review::Server{options}, knowwho::Error);
}

BOOST_AUTO_TEST_SUITE_END()
