// SPDX-License-Identifier: MIT
// The transfer engine against a server that behaves well, badly, and very badly.
#include "fetch/transfers.hpp"

#include "support/replay_server.hpp"
#include "support/temporary_folder.hpp"
#include "support/test_clock.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace knowwho::test_transfers {
namespace {

using namespace std::chrono_literals;
using test::Fault;
using test::ReplayServer;
using test::ServedAnswer;

TransferOptions quick()
{
    auto options = TransferOptions{};
    options.connection.permissions.loopback = true;
    options.connection.connect_timeout = 500ms;
    options.connection.total_timeout = 400ms;
    options.parallel_per_host = 8;
    return options;
}

struct Fixture {
    ReplayServer server;
    test::TestClock clock;
    TransferOptions options = quick();

    Response ask(Request const& request)
    {
        auto transfers = Transfers{options, clock};
        auto got = std::vector<Response>{};
        transfers.add(request, [&](Response response) { got.push_back(std::move(response)); });
        transfers.run();
        BOOST_REQUIRE(got.size() == 1);
        return got.front();
    }

    Response ask(std::string_view target) { return ask(Request{.address = server.address(target)}); }
};

struct Trouble {
    char const* name;
    Fault fault;
    Outcome outcome;
    char const* words;
};

std::ostream& operator<<(std::ostream& out, Trouble const& one)
{
    return out << one.name;
}

Trouble const troubles[] = {
    {"no answer", Fault::closes_at_once, Outcome::failed, "127.0.0.1"},
    {"reset after the head", Fault::resets_after_head, Outcome::failed, "127.0.0.1"},
    {"stalled body", Fault::stalls, Outcome::failed, "timeout"},
    {"too short a body", Fault::promises_too_much, Outcome::failed, "partial"},
    {"endless body", Fault::never_ends, Outcome::failed, "64 KiB"},
    {"five gigabytes claimed", Fault::claims_five_gigabytes, Outcome::failed, "64 KiB"},
};

/// 50 MB of blanks, packed by gzip to 49 KB: the first member of a bomb.
std::string gzip_bomb();

} // namespace

BOOST_FIXTURE_TEST_SUITE(transfers, Fixture)

BOOST_AUTO_TEST_CASE(an_answer_comes_whole)
{
    server.serve("/seite?x=1", {.status = 200, .body = "Grüße", .headers = {{"ETag", "\"v1\""}}});
    auto const response = ask("/seite?x=1");
    BOOST_TEST((response.outcome == Outcome::answered));
    BOOST_TEST(response.status == 200);
    BOOST_TEST(response.body == "Grüße");
    BOOST_TEST(response.header("etag") == "\"v1\"");
    BOOST_TEST(response.requests == 1);
}

BOOST_DATA_TEST_CASE(trouble_ends_in_time_and_says_why, boost::unit_test::data::make(troubles), one)
{
    options.retry.tries = 2;
    server.serve("/x", {.body = std::string(3000, 'x'), .fault = one.fault});
    auto const response = ask(Request{.address = server.address("/x"), .size_limit = 64 << 10});
    BOOST_TEST((response.outcome == one.outcome));
    BOOST_TEST(response.problem.find(one.words) != std::string::npos, response.problem);
    BOOST_TEST(response.body.empty());
}

BOOST_AUTO_TEST_CASE(endless_headers_are_told_as_such)
{
    server.serve("/x", {.headers = std::vector<std::pair<std::string, std::string>>(4000, {"X-Noise", std::string(80, 'x')})});
    auto const response = ask("/x");
    BOOST_TEST((response.outcome == Outcome::failed));
    BOOST_TEST(response.problem.find("256 KiB of headers") != std::string::npos, response.problem);
}

BOOST_AUTO_TEST_CASE(nobody_listening_is_a_failure)
{
    auto gone = std::string{};
    {
        auto const closed = ReplayServer{};
        gone = closed.address("/");
    }
    auto const response = ask(Request{.address = gone});
    BOOST_TEST((response.outcome == Outcome::failed));
    BOOST_TEST(response.requests == 3);
}

BOOST_AUTO_TEST_CASE(what_broke_off_is_tried_again)
{
    server.serve("/x", {.body = "x", .fault = Fault::closes_at_once});
    server.serve("/x", {.body = "x", .fault = Fault::resets_after_head});
    server.serve("/x", {.body = "endlich"});
    auto const response = ask("/x");
    BOOST_TEST(response.body == "endlich");
    BOOST_TEST(response.requests == 3);
    BOOST_TEST((clock.passed() >= 2s));
}

BOOST_AUTO_TEST_CASE(a_server_in_trouble_is_asked_again_after_its_own_time)
{
    server.serve("/x", {.status = 503, .headers = {{"Retry-After", "7"}}});
    server.serve("/x", {.body = "wieder da"});
    BOOST_TEST(ask("/x").body == "wieder da");
    BOOST_TEST((clock.passed() >= 7s && clock.passed() < 8s));
}

BOOST_AUTO_TEST_CASE(retry_after_may_be_a_date)
{
    server.serve("/x", {.status = 429, .headers = {{"Retry-After", "Wed, 25 Nov 2026 09:00:20 GMT"}}});
    server.serve("/x", {.body = "wieder da"});
    BOOST_TEST(ask("/x").body == "wieder da");
    BOOST_TEST((clock.passed() >= 20s && clock.passed() < 21s));
}

BOOST_AUTO_TEST_CASE(a_server_that_asks_for_hours_is_given_up_for_this_run)
{
    options.parallel_per_host = 1;
    server.serve("/x", {.status = 429, .headers = {{"Retry-After", "39907"}}});
    auto engine = Transfers{options, clock};
    auto outcomes = std::vector<Outcome>{};
    for (auto count = 0; count < 3; ++count) {
        engine.add({.address = server.address("/x")}, [&](Response response) { outcomes.push_back(response.outcome); });
    }
    engine.run();
    BOOST_TEST((outcomes == std::vector<Outcome>(3, Outcome::ask_later)));
    BOOST_TEST(server.hits() == 1);
    BOOST_TEST((clock.passed() < 1s));
}

BOOST_AUTO_TEST_CASE(a_spent_quota_is_waited_for_if_that_is_short)
{
    options.parallel_per_host = 1;
    server.serve("/x", {.body = "eins", .headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1795597230"}}}); // 09:00:30
    server.serve("/x", {.body = "zwei", .headers = {{"RateLimit-Remaining", "1"}, {"RateLimit-Reset", "60"}}});
    auto engine = Transfers{options, clock};
    auto bodies = std::string{};
    for (auto count = 0; count < 3; ++count) {
        engine.add({.address = server.address("/x")}, [&](Response const& response) { bodies += response.body; });
    }
    engine.run();
    BOOST_TEST(bodies == "einszweizwei");
    BOOST_TEST((clock.passed() >= 30s && clock.passed() < 31s));
}

BOOST_AUTO_TEST_CASE(a_quota_spent_for_long_leaves_the_rest_for_later_and_says_until_when)
{
    options.parallel_per_host = 1;
    server.serve("/x", {.body = "das letzte", .headers = {{"RateLimit", "\"day\";r=0;t=7200"}}});
    auto engine = Transfers{options, clock};
    auto got = std::vector<Response>{};
    for (auto count = 0; count < 2; ++count) {
        engine.add({.address = server.address("/x")}, [&](Response response) { got.push_back(std::move(response)); });
    }
    engine.run();
    BOOST_REQUIRE(got.size() == 2);
    BOOST_TEST(got[0].body == "das letzte");
    BOOST_TEST((got[1].outcome == Outcome::ask_later));
    BOOST_TEST(got[1].problem == "127.0.0.1 asks for patience until 2026-11-25T11:00:00Z (its quota is spent)");
    BOOST_TEST(server.hits() == 1);
    BOOST_TEST((clock.passed() < 1s));
}

/// As some sources refuse: status 403, and no Retry-After.
BOOST_AUTO_TEST_CASE(forbidden_for_a_spent_quota_is_patience_and_else_an_answer)
{
    server.serve("/kurz", {.status = 403, .headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "20"}}});
    server.serve("/kurz", {.body = "wieder da"});
    server.serve("/lang", {.status = 403, .headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1795600800"}}});
    server.serve("/nie", {.status = 403, .headers = {{"X-RateLimit-Remaining", "9"}, {"X-RateLimit-Reset", "20"}}});
    BOOST_TEST(ask("/kurz").body == "wieder da");
    BOOST_TEST((clock.passed() >= 20s && clock.passed() < 21s));
    auto const later = ask("/lang");
    BOOST_TEST((later.outcome == Outcome::ask_later));
    BOOST_TEST(later.problem == "127.0.0.1 asks for patience until 2026-11-25T10:00:00Z (status 403)");
    auto const never = ask("/nie");
    BOOST_TEST((never.outcome == Outcome::answered));
    BOOST_TEST(never.status == 403);
}

BOOST_AUTO_TEST_CASE(a_host_is_asked_at_its_pace)
{
    options.parallel_per_host = 1;
    server.serve("/x", {.body = "x"});
    auto engine = Transfers{options, clock};
    auto answers = 0;
    for (auto count = 0; count < 5; ++count) {
        engine.add({.address = server.address("/x"), .host_delay = 2s}, [&](Response const&) { ++answers; });
    }
    engine.run();
    BOOST_TEST(answers == 5);
    BOOST_TEST((clock.passed() >= 8s && clock.passed() < 9s));
    BOOST_TEST(server.most_at_once() == 1);
}

BOOST_AUTO_TEST_CASE(limits_hold_for_all_and_for_each_host)
{
    auto other = ReplayServer{};
    options.parallel = 3;
    options.parallel_per_host = 2;
    for (auto* const one : {&server, &other}) {
        one->serve("/x", {.body = "x", .delay = 20ms});
    }
    auto engine = Transfers{options, clock};
    auto answers = 0;
    for (auto count = 0; count < 12; ++count) {
        engine.add({.address = (count % 2 == 0 ? server : other).address("/x")}, [&](Response const&) { ++answers; });
    }
    engine.run();
    BOOST_TEST(answers == 12);
    BOOST_TEST(server.most_at_once() <= 2);
    BOOST_TEST(other.most_at_once() <= 2);
}

BOOST_AUTO_TEST_CASE(loopback_is_refused_unless_permitted)
{
    options.connection.permissions = {};
    auto const response = ask("/x");
    BOOST_TEST((response.outcome == Outcome::refused));
    BOOST_TEST(server.hits() == 0);
}

BOOST_AUTO_TEST_CASE(a_name_that_resolves_to_a_private_address_is_refused)
{
    for (auto const* const address : {"127.0.0.1", "10.0.0.7", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1",
             "192.0.2.1", "::1", "fe80::1", "fd00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.7", "64:ff9b::a00:7", "2002:a00:7::1"}) {
        options.connection.permissions = {};
        options.connection.resolver = [address](std::string const&) { return std::string{address}; };
        auto const response = ask(Request{.address = "http://firma.example/"});
        BOOST_TEST((response.outcome == Outcome::refused));
        BOOST_TEST(response.problem.find("only public") != std::string::npos, std::string{address} + ": " + response.problem);
    }
    BOOST_TEST(server.hits() == 0);
}

/// The name is public at first and means this machine when the program comes back.
BOOST_AUTO_TEST_CASE(an_answer_of_the_name_service_that_changes_gains_nothing)
{
    server.serve("/x", {.body = "öffentlich", .headers = {{"Connection", "close"}}});
    options.connection.permissions = {};
    options.connection.detour = static_cast<std::uint16_t>(server.port());
    auto look_ups = 0;
    options.connection.resolver = [&](std::string const&) { return look_ups++ == 0 ? "93.184.216.34" : "127.0.0.1"; };
    auto engine = Transfers{options, clock};
    auto got = std::vector<Response>{};
    auto const again = [&](Response response) { got.push_back(std::move(response)); };
    engine.add({.address = "http://firma.example/x"}, [&](Response response) {
        got.push_back(std::move(response));
        engine.add({.address = "http://firma.example/x"}, again);
    });
    engine.run();
    BOOST_REQUIRE(got.size() == 2);
    BOOST_TEST(got[0].body == "öffentlich", got[0].problem);
    BOOST_TEST((got[1].outcome == Outcome::refused));
    BOOST_TEST(got[1].problem == "127.0.0.1 is a loopback address, and only public ones are asked");
    BOOST_TEST(server.hits() == 1);
    BOOST_TEST(look_ups == 2);
}

/// Only the public ones among several addresses of a name are connected to.
BOOST_AUTO_TEST_CASE(every_address_of_a_name_is_judged)
{
    server.serve("/x", {.body = "öffentlich"});
    options.connection.permissions = {};
    options.connection.detour = static_cast<std::uint16_t>(server.port());
    options.connection.resolver = [](std::string const&) { return "10.0.0.7,93.184.216.34"; };
    BOOST_TEST(ask(Request{.address = "http://firma.example/x"}).body == "öffentlich");
    options.connection.resolver = [](std::string const&) { return "10.0.0.7,127.0.0.1"; };
    BOOST_TEST((ask(Request{.address = "http://firma.example/x"}).outcome == Outcome::refused));
    BOOST_TEST(server.hits() == 1);
}

BOOST_AUTO_TEST_CASE(a_proxy_is_used_where_the_user_says_so)
{
    auto proxy = ReplayServer{};
    proxy.serve("http://firma.example/x", {.body = "durch den Stellvertreter"});
    options.connection.http_proxy = proxy.address();
    options.connection.proxy = proxy.address();
    options.retry.tries = 1;
    BOOST_TEST(ask(Request{.address = "http://firma.example/x"}).body == "durch den Stellvertreter");
    BOOST_TEST(proxy.hits() == 1);
    ask(Request{.address = "https://firma.example/x"});
    BOOST_TEST(proxy.received().back().target == "firma.example:443"); // CONNECT
    server.serve("/x", {.body = "selbst"});
    BOOST_TEST(ask("/x").body == "selbst"); // this machine needs no proxy
}

BOOST_AUTO_TEST_CASE(what_is_asked_past_the_proxy_is_guarded)
{
    auto const proxy = ReplayServer{};
    options.connection.permissions = {};
    options.connection.http_proxy = proxy.address();
    options.connection.no_proxy = "muster.example, .firma.example";
    options.connection.resolver = [](std::string const&) { return "10.0.0.7"; };
    for (auto const* const address : {"http://firma.example/", "http://intern.firma.example/", "http://muster.example/"}) {
        BOOST_TEST((ask(Request{.address = address}).outcome == Outcome::refused), address);
    }
    BOOST_TEST((ask(Request{.address = "http://10.0.0.7/"}).outcome == Outcome::refused));
    BOOST_TEST(proxy.hits() == 0);
}

BOOST_AUTO_TEST_CASE(a_name_may_be_resolved_to_a_permitted_server)
{
    server.serve("/x", {.body = "da"});
    options.connection.stand_in = server.address();
    server.serve("/firma.example/seite?a=1", {.body = "da"});
    BOOST_TEST(ask(Request{.address = "https://firma.example/seite?a=1"}).body == "da");
}

BOOST_AUTO_TEST_CASE(secrets_go_out_and_nowhere_else)
{
    server.serve("/x?key={k}", {.body = "x"});
    auto const response = ask(Request{.address = server.address("/x"), .secret_headers = {{"Authorization", "Bearer geheim"}}, .secret_query = "key=geheim"});
    BOOST_TEST(response.status == 200);
    BOOST_TEST(response.address == server.address("/x"));
    auto const received = server.received();
    BOOST_REQUIRE(received.size() == 1);
    BOOST_TEST(received[0].target == "/x?key=geheim");
    BOOST_TEST(received[0].headers.at("authorization") == "Bearer geheim");
}

BOOST_AUTO_TEST_CASE(a_header_cannot_smuggle_another_one)
{
    server.serve("/x", {.body = "x"});
    ask(Request{.address = server.address("/x"), .headers = {{"Accept", "a\r\nX-Evil: 1"}}});
    BOOST_TEST(!server.received().at(0).headers.contains("x-evil"));
}

BOOST_AUTO_TEST_CASE(a_gzip_bomb_is_stopped_at_the_limit)
{
    server.serve("/x", {.body = gzip_bomb(), .headers = {{"Content-Encoding", "gzip"}}});
    auto const response = ask(Request{.address = server.address("/x"), .size_limit = 1 << 20});
    BOOST_TEST((response.outcome == Outcome::failed));
    BOOST_TEST(response.problem.find("1024 KiB") != std::string::npos, response.problem);
}

BOOST_AUTO_TEST_CASE(a_stop_answers_everything_at_once)
{
    server.serve("/x", {.body = "x", .delay = 5s});
    auto engine = Transfers{options, clock};
    auto outcomes = std::vector<Outcome>{};
    for (auto count = 0; count < 20; ++count) {
        engine.add({.address = server.address("/x")}, [&](Response response) { outcomes.push_back(response.outcome); });
    }
    auto stop = std::stop_source{};
    stop.request_stop();
    engine.run(stop.get_token());
    BOOST_TEST((outcomes == std::vector<Outcome>(20, Outcome::stopped)));
}

BOOST_AUTO_TEST_CASE(a_certificate_is_checked)
{
    auto secure = ReplayServer{ReplayServer::Tls{}};
    secure.serve("/x", {.body = "sicher"});
    options.retry.tries = 1;
    BOOST_TEST((ask(Request{.address = secure.address("/x")}).outcome == Outcome::failed));
    auto const folder = test::TemporaryFolder{};
    options.connection.ca_file = folder.write("ca.pem", secure.authority()).string();
    auto const response = ask(Request{.address = secure.address("/x")});
    BOOST_TEST(response.body == "sicher", response.problem);
}

BOOST_AUTO_TEST_CASE(http_2_is_spoken_over_one_connection)
{
    auto modern = ReplayServer{ReplayServer::Tls{.http2 = true}};
    modern.serve("/{x}", {.body = std::string(100'000, 'x')});
    auto const folder = test::TemporaryFolder{};
    options.connection.ca_file = folder.write("ca.pem", modern.authority()).string();
    options.connection.total_timeout = 5s;
    auto engine = Transfers{options, clock};
    auto bytes = std::size_t{0};
    for (auto count = 0; count < 20; ++count) {
        engine.add({.address = modern.address("/" + std::to_string(count))}, [&](Response const& response) { bytes += response.body.size(); });
    }
    engine.run();
    BOOST_TEST(bytes == 20 * 100'000);
    BOOST_TEST(modern.connections() == 1);
    for (auto const& request : modern.received()) {
        BOOST_TEST(request.protocol == "HTTP/2");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_refused)
{
    BOOST_TEST((ask(Request{.address = "kein Link"}).outcome == Outcome::refused));
    BOOST_TEST((ask(Request{.address = "file:///etc/passwd"}).outcome == Outcome::refused));
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// Made by hand, so that the test needs no packer: a deflate stream of one literal blank and then
/// matches of length 258, distance 1, each 2 bits long in a block of its own codes, would need
/// tables; stored twice through `Content-Encoding` it is simpler to repeat one small member.
std::string gzip_bomb()
{
    // One gzip member of 1,000,000 blanks as gzip -9 packs it is 1 KB; it is rebuilt here from its
    // fixed-Huffman form: literal 0x20, then length 258 (code 285, bits 11000101), distance 1 (00000).
    auto bits = std::string{};
    auto bit_count = 0;
    auto put = [&](unsigned value, int count) {
        for (auto bit = 0; bit < count; ++bit, ++bit_count) {
            if (bit_count % 8 == 0) {
                bits += '\0';
            }
            if ((value >> bit & 1U) != 0) {
                bits.back() = static_cast<char>(static_cast<unsigned char>(bits.back()) | 1U << (bit_count % 8));
            }
        }
    };
    auto put_code = [&](unsigned code, int count) { // Huffman codes go out from their highest bit
        for (auto bit = count - 1; bit >= 0; --bit) {
            put(code >> bit & 1U, 1);
        }
    };
    put(1, 1);            // last block
    put(1, 2);            // fixed codes
    put_code(0x30 + 0x20, 8);
    for (auto match = 0; match < 200'000; ++match) {
        put_code(0b11000101, 8);
        put_code(0, 5);
    }
    put_code(0, 7);       // end of block
    auto const head = std::string{"\x1f\x8b\x08\0\0\0\0\0\0\x03", 10};
    return head + bits + std::string(8, '\0');
}

} // namespace

} // namespace knowwho::test_transfers
