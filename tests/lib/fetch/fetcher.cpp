// SPDX-License-Identifier: MIT
// Cache first, robots rules for pages, redirects one hop at a time.
#include "fetch/fetcher.hpp"

#include "store/fetch_cache.hpp"
#include "store/notebook.hpp"
#include "support/replay_server.hpp"
#include "support/test_clock.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace knowwho::test_fetcher {
namespace {

using namespace std::chrono_literals;
using test::Fault;
using test::ReplayServer;

struct Fixture {
    ReplayServer server;
    test::TestClock clock;
    Notebook notebook = Notebook::in_memory();
    FetchOptions options;

    Fixture()
    {
        options.transfers.connection.permissions.loopback = true;
        options.transfers.connection.total_timeout = 400ms;
        options.transfers.connection.user_agent = user_agent("0.1", "https://jana.example/");
        options.transfers.parallel_per_host = 8;
    }

    Response get(std::string_view target, std::chrono::seconds max_age = 0s, bool robots = false)
    {
        auto fetcher = Fetcher{options, notebook, clock};
        auto fetch = Fetch{};
        fetch.request.address = server.address(target);
        fetch.max_age = max_age;
        fetch.robots = robots;
        auto got = std::vector<Response>{};
        fetcher.get(fetch, [&](Response response) { got.push_back(std::move(response)); });
        fetcher.run();
        BOOST_REQUIRE(got.size() == 1);
        return got.front();
    }

    void redirect(std::string const& from, std::string const& to)
    {
        server.serve(from, {.status = 302, .headers = {{"Location", to}}});
    }
};

/// Every kind of address that is not public, and the word that names its rule.
struct NotPublic {
    std::string address;
    std::string rule;
};

std::ostream& operator<<(std::ostream& out, NotPublic const& one)
{
    return out << one.address;
}

NotPublic const not_public[] = {
    {"127.0.0.1", "loopback"}, {"::1", "loopback"},
    {"10.0.0.7", "private"}, {"172.16.0.1", "private"}, {"192.168.1.1", "private"},
    {"169.254.169.254", "link-local"}, {"fe80::1", "link-local"},
    {"fd00::1", "unique-local"}, {"fec0::1", "site-local"},
    {"100.64.0.1", "shared"},
    {"224.0.0.1", "multicast"}, {"ff02::1", "multicast"},
    {"0.0.0.0", "this network"}, {"::", "unspecified"},
    {"240.0.0.1", "reserved"}, {"255.255.255.255", "reserved"}, {"192.0.0.1", "reserved"}, {"4000::1", "reserved"},
    {"192.0.2.1", "documentation"}, {"198.51.100.7", "documentation"}, {"203.0.113.9", "documentation"}, {"2001:db8::1", "documentation"},
    {"198.18.0.1", "benchmarking"},
    {"::ffff:127.0.0.1", "IPv4-mapped"}, {"::ffff:10.0.0.7", "IPv4-mapped"}, {"::7f00:1", "IPv4-compatible"},
    {"64:ff9b::7f00:1", "NAT64"}, {"64:ff9b::a00:7", "NAT64"}, {"64:ff9b:1::1", "NAT64"},
    {"2002:7f00:1::1", "6to4"}, {"2002:a00:7::1", "6to4"}, {"2001::1", "Teredo"},
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(fetcher, Fixture)

BOOST_AUTO_TEST_CASE(a_fresh_answer_spares_the_request)
{
    server.serve("/x", {.body = "einmal"});
    BOOST_TEST(get("/x", 24h).body == "einmal");
    auto const again = get("/x", 24h);
    BOOST_TEST(again.body == "einmal");
    BOOST_TEST(again.from_cache);
    BOOST_TEST(again.requests == 0);
    BOOST_TEST(server.hits() == 1);
}

BOOST_AUTO_TEST_CASE(a_stale_answer_is_asked_for_with_its_validators)
{
    server.serve("/x", {.body = "unverändert", .headers = {{"ETag", "\"v1\""}, {"Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT"}}});
    get("/x", 1h);
    clock.wait(2h);
    auto const again = get("/x", 1h);
    BOOST_TEST(again.body == "unverändert");
    BOOST_TEST(again.from_cache);
    BOOST_TEST(again.status == 200);
    BOOST_TEST(server.received().at(1).headers.at("if-none-match") == "\"v1\"");
    get("/x", 1h);
    BOOST_TEST(server.hits() == 2); // confirmed, so fresh again
}

BOOST_AUTO_TEST_CASE(who_asks_for_what_is_under_way_shares_the_answer)
{
    server.serve("/x", {.body = "einmal", .delay = 20ms});
    auto fetcher = Fetcher{options, notebook, clock};
    auto requests = 0;
    auto bodies = std::string{};
    for (auto asker = 0; asker < 3; ++asker) {
        auto fetch = Fetch{};
        fetch.request.address = server.address("/x");
        fetch.robots = false;
        fetcher.get(fetch, [&](Response const& response) {
            requests += response.requests;
            bodies += response.body + ' ';
        });
    }
    fetcher.run();
    BOOST_TEST(bodies == "einmal einmal einmal ");
    BOOST_TEST(requests == 1);
    BOOST_TEST(server.hits() == 1);
}

BOOST_AUTO_TEST_CASE(what_turned_out_worthless_is_forgotten)
{
    server.serve("/x", {.body = "Fehler"});
    auto fetcher = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = server.address("/x");
    fetch.robots = false;
    fetcher.get(fetch, [&](Response const& response) { fetcher.forget(response.address); });
    fetcher.run();
    BOOST_TEST(!find_cached_answer(notebook, server.address("/x")).has_value());
}

BOOST_AUTO_TEST_CASE(a_closed_host_is_sent_nothing_more)
{
    server.serve("/{x}", {.body = "x"});
    options.transfers.parallel_per_host = 1;
    auto fetcher = Fetcher{options, notebook, clock};
    auto outcomes = std::vector<Outcome>{};
    for (auto const* const target : {"/a", "/b", "/c"}) {
        auto fetch = Fetch{};
        fetch.request.address = server.address(target);
        fetch.robots = false;
        fetcher.get(fetch, [&](Response const& response) {
            outcomes.push_back(response.outcome);
            fetcher.close(server.address("/"), "genug für heute");
        });
    }
    fetcher.run();
    BOOST_TEST((outcomes == std::vector{Outcome::answered, Outcome::ask_later, Outcome::ask_later}));
    BOOST_TEST(server.hits() == 1);
}

BOOST_AUTO_TEST_CASE(not_found_is_kept_and_trouble_is_not)
{
    server.serve("/gone", {.status = 404, .body = "weg"});
    server.serve("/forbidden", {.status = 403});
    for (auto count = 0; count < 2; ++count) {
        BOOST_TEST(get("/gone", 24h).status == 404);
        BOOST_TEST(get("/forbidden", 24h).status == 403);
    }
    BOOST_TEST(server.hits("/gone") == 1);
    BOOST_TEST(server.hits("/forbidden") == 2);
}

BOOST_AUTO_TEST_CASE(what_must_not_be_kept_is_not)
{
    server.serve("/x", {.body = "geheim", .headers = {{"Cache-Control", "private, no-store"}}});
    get("/x", 24h);
    BOOST_TEST(cached_bytes(notebook) == 0);
}

BOOST_AUTO_TEST_CASE(the_cache_keeps_to_its_size_and_drops_the_oldest_use)
{
    auto noise = std::string{};
    for (auto state = 1U; noise.size() < 20'000;) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24);
    }
    options.cache_limit = 100'000;
    for (auto page = 0; page < 8; ++page) {
        auto const target = "/" + std::to_string(page);
        server.serve(target, {.body = noise});
        get(target, 24h);
        clock.wait(1s);
        get("/0", 24h); // used all the time
        clock.wait(1s);
    }
    BOOST_TEST(cached_bytes(notebook) <= 100'000);
    BOOST_TEST(server.hits("/0") == 1);
    get("/1", 24h);
    BOOST_TEST(server.hits("/1") == 2);
}

BOOST_AUTO_TEST_CASE(redirects_are_followed_and_the_last_address_is_told)
{
    redirect("/a", "/b");
    redirect("/b", "/c?d=1");
    server.serve("/c?d=1", {.body = "angekommen"});
    auto const response = get("/a", 24h);
    BOOST_TEST(response.body == "angekommen");
    BOOST_TEST(response.address == server.address("/c?d=1"));
    BOOST_TEST(response.requests == 3);
    BOOST_TEST(get("/a", 24h).address == server.address("/c?d=1"));
    BOOST_TEST(server.hits() == 3);
}

BOOST_AUTO_TEST_CASE(circles_and_endless_chains_end)
{
    redirect("/a", "/b");
    redirect("/b", "/a");
    BOOST_TEST(get("/a").problem.find("circle") != std::string::npos);
    for (auto hop = 0; hop < 10; ++hop) {
        redirect("/h" + std::to_string(hop), "/h" + std::to_string(hop + 1));
    }
    BOOST_TEST(get("/h0").problem.find("more than 5 times") != std::string::npos);
}

/// A public site, as far as the guard can see, sends the program on to every form that is not public: as a number in
/// the address and as a name that means it.
BOOST_DATA_TEST_CASE(a_redirect_to_what_is_not_public_is_refused, boost::unit_test::data::make(not_public), form)
{
    options.transfers.connection.permissions = {};
    options.transfers.connection.detour = static_cast<std::uint16_t>(server.port());
    options.transfers.connection.resolver = [&](std::string const& host) { return host == "firma.example" ? "93.184.216.34" : form.address; };
    options.transfers.retry.tries = 1;
    auto const literal = form.address.find(':') == std::string::npos ? form.address : '[' + form.address + ']';
    for (auto const& target : {"http://" + literal + "/", std::string{"http://intern.example/"}, std::string{"https://intern.example:8443/"}}) {
        redirect("/weg", target);
        auto fetcher = Fetcher{options, notebook, clock};
        auto fetch = Fetch{};
        fetch.request.address = "http://firma.example/weg";
        fetch.robots = false;
        auto got = Response{};
        fetcher.get(fetch, [&](Response response) { got = std::move(response); });
        fetcher.run();
        BOOST_TEST((got.outcome == Outcome::refused), target);
        BOOST_TEST(got.problem.find(form.rule) != std::string::npos, got.problem);
    }
    BOOST_TEST(server.hits() == 3); // the redirects, and nothing behind them
}

BOOST_AUTO_TEST_CASE(a_redirect_to_what_is_no_public_page_is_refused)
{
    for (auto const* const target : {"http://10.0.0.1/", "file:///etc/passwd", "ftp://firma.example/", "http://x:y@firma.example/",
             "http://firma.example:6379/"}) {
        auto const from = "/to-" + std::to_string(server.hits());
        redirect(from, target);
        auto const response = get(from);
        BOOST_TEST((response.outcome == Outcome::refused), target);
        BOOST_TEST(response.problem.find("redirects to where nothing is asked") != std::string::npos, response.problem);
    }
}

/// The server that the user named may be private; where it sends the program may not.
BOOST_AUTO_TEST_CASE(a_redirect_to_loopback_is_refused)
{
    options.transfers.connection.permissions.loopback = false;
    auto const other = ReplayServer{};
    auto fetch = Fetch{};
    fetch.robots = false;
    fetch.request.own_server = true;
    auto const ask = [&](std::string const& from, std::string const& to) {
        redirect(from, to);
        auto got = Response{};
        auto fetcher = Fetcher{options, notebook, clock};
        fetch.request.address = server.address(from);
        fetcher.get(fetch, [&](Response response) { got = std::move(response); });
        fetcher.run();
        return got;
    };
    for (auto const& target : {other.address("/"), std::string{"http://localhost/"}, std::string{"http://127.1/"}, std::string{"http://[::1]/"}}) {
        auto const response = ask("/nach-" + std::to_string(server.hits()), target);
        BOOST_TEST((response.outcome == Outcome::refused), target);
        BOOST_TEST(response.problem.find("redirects to where nothing is asked") != std::string::npos, response.problem);
    }
    BOOST_TEST(other.hits() == 0);
    server.serve("/da", {.body = "da"});
    BOOST_TEST(ask("/hier", "/da").body == "da");
}

BOOST_AUTO_TEST_CASE(pages_keep_to_robots_rules)
{
    server.serve("/robots.txt", {.body = "User-agent: knowwho\nDisallow: /intern\n", .content_type = "text/plain"});
    server.serve("/intern/x", {.body = "nein"});
    server.serve("/team", {.body = "ja"});
    BOOST_TEST(get("/team", 0s, true).body == "ja");
    auto const response = get("/intern/x", 0s, true);
    BOOST_TEST((response.outcome == Outcome::refused));
    BOOST_TEST(response.problem.find("robots.txt forbids /intern/x") != std::string::npos, response.problem);
    BOOST_TEST(server.hits("/intern/x") == 0);
    BOOST_TEST(server.hits("/robots.txt") == 1);
}

BOOST_AUTO_TEST_CASE(rules_bind_the_target_of_a_redirect_too)
{
    server.serve("/robots.txt", {.body = "User-agent: *\nDisallow: /intern\n"});
    redirect("/offen", "/intern/x");
    BOOST_TEST((get("/offen", 0s, true).outcome == Outcome::refused));
}

BOOST_AUTO_TEST_CASE(no_rules_allow_and_a_broken_server_forbids)
{
    server.serve("/x", {.body = "ja"});
    BOOST_TEST(get("/x", 0s, true).body == "ja"); // 404
    auto broken = ReplayServer{};
    broken.serve("/robots.txt", {.status = 500});
    broken.serve("/x", {.body = "nein"});
    auto loop = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = broken.address("/x");
    for (auto const* const when : {"at first", "once it is known"}) {
        auto got = Response{};
        loop.get(fetch, [&](Response response) { got = std::move(response); });
        loop.run();
        BOOST_TEST((got.outcome == Outcome::refused), when);
        BOOST_TEST(got.problem.find("could not be read, so nothing is asked there (status 500)") != std::string::npos, got.problem);
    }
    BOOST_TEST(broken.hits("/x") == 0);
}

BOOST_AUTO_TEST_CASE(after_a_stop_nothing_is_sent_whatever_the_answers_ask_for)
{
    server.serve("/x", {.body = "eins"});
    server.serve("/y", {.body = "zwei"});
    get("/x", 24h);
    auto fetcher = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = server.address("/x");
    fetch.max_age = 24h;
    fetch.robots = false;
    auto outcomes = std::vector<Outcome>{};
    fetcher.get(fetch, [&](Response const& first) {
        outcomes.push_back(first.outcome);
        fetch.request.address = server.address("/y");
        fetcher.get(fetch, [&](Response const& second) { outcomes.push_back(second.outcome); });
    });
    fetcher.abandon();
    BOOST_TEST((outcomes == std::vector{Outcome::answered, Outcome::stopped}));
    BOOST_TEST(!fetcher.step());
    BOOST_TEST(server.hits("/y") == 0);
}

BOOST_AUTO_TEST_CASE(crawl_delay_is_kept)
{
    server.serve("/robots.txt", {.body = "User-agent: *\nCrawl-delay: 5\n"});
    server.serve("/x", {.body = "x"});
    auto slow = Fetcher{options, notebook, clock};
    auto answers = 0;
    for (auto count = 0; count < 3; ++count) {
        auto fetch = Fetch{};
        fetch.request.address = server.address("/x");
        fetch.cache = false;
        slow.get(fetch, [&](Response const&) { ++answers; });
    }
    slow.run();
    BOOST_TEST(answers == 3);
    BOOST_TEST((clock.passed() >= 10s && clock.passed() < 11s));
}

BOOST_AUTO_TEST_CASE(the_program_says_who_it_is)
{
    server.serve("/x", {.body = "x"});
    get("/x");
    auto const agent = server.received().at(0).headers.at("user-agent");
    BOOST_TEST(agent.starts_with("KnowWho/0.1 (+https://jana.example/) libcurl/"), agent);
}

BOOST_AUTO_TEST_CASE(no_secret_reaches_the_notebook)
{
    server.serve("/x?key={k}", {.body = "x"});
    auto careful = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = server.address("/x");
    fetch.request.secret_query = "key=geheim";
    fetch.robots = false;
    careful.get(fetch, [](Response const& response) { BOOST_TEST(response.address.find("geheim") == std::string::npos); });
    careful.run();
    auto const kept = find_cached_answer(notebook, server.address("/x"));
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->final_address.find("geheim") == std::string::npos);
}

/// A server that repeats the key in its words, its headers and where it leads to.
BOOST_AUTO_TEST_CASE(a_key_that_comes_back_is_taken_out)
{
    server.serve("/x?a=1&key={k}", {.status = 302, .headers = {{"Location", "/y?key=ge%2Fheim&b=2"}}});
    server.serve("/y?b=2&key={k}", {.body = R"({"asked":"/y?key=ge%2Fheim","key":"ge/heim","token":"bearer-4711"})", .headers = {{"ETag", "\"ge/heim\""}}});
    auto fetcher = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = server.address("/x?a=1");
    fetch.request.secret_query = "key=ge%2Fheim";
    fetch.request.secret_headers = {{"Authorization", "Bearer bearer-4711"}};
    fetch.robots = false;
    auto got = Response{};
    fetcher.get(fetch, [&](Response response) { got = std::move(response); });
    fetcher.run();
    BOOST_TEST(got.body == R"({"asked":"/y?key=***","key":"***","token":"***"})");
    BOOST_TEST(got.address == server.address("/y?b=2"));
    BOOST_TEST(got.header("etag") == "\"***\"");
    auto const received = server.received();
    BOOST_REQUIRE(received.size() == 2);
    BOOST_TEST(received[1].target == "/y?b=2&key=ge%2Fheim");
    auto const kept = find_cached_answer(notebook, server.address("/x?a=1"));
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->final_address == server.address("/y?b=2"));
}

BOOST_AUTO_TEST_CASE(a_key_does_not_follow_to_another_server)
{
    auto const other = ReplayServer{};
    redirect("/x?key={k}", other.address("/y?key=geheim"));
    auto fetcher = Fetcher{options, notebook, clock};
    auto fetch = Fetch{};
    fetch.request.address = server.address("/x");
    fetch.request.secret_query = "key=geheim";
    fetch.request.secret_headers = {{"X-Key", "geheim"}};
    fetch.robots = false;
    fetcher.get(fetch, [](Response const&) {});
    fetcher.run();
    BOOST_REQUIRE(other.received().size() == 1);
    BOOST_TEST(other.received()[0].target == "/y");
    BOOST_TEST(!other.received()[0].headers.contains("x-key"));
}

BOOST_AUTO_TEST_CASE(no_way_leads_to_networks_that_forbid_it)
{
    redirect("/wir", "https://www.linkedin.com/company/muster");
    auto const response = get("/wir");
    BOOST_TEST((response.outcome == Outcome::refused));
    BOOST_TEST(response.problem.find("www.linkedin.com is never asked") != std::string::npos, response.problem);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_fetcher
