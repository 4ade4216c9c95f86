// SPDX-License-Identifier: MIT
// Asking sources from end to end, against a server on loopback. All people and organisations are invented.
#include "enrich/network.hpp"

#include "enrich/source_choice.hpp"
#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/pages.hpp"
#include "store/people.hpp"
#include "support/replay_server.hpp"
#include "support/temporary_folder.hpp"
#include "support/test_clock.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho::test_network {
namespace {

using test::Fault;
using test::ReplayServer;

constexpr auto recipe_toml = R"(
name = "blatt"
title = "Blatt"
gives = "Artikel"
terms = "frei"
language = "de"
key_env = "BLATT_KEY"
key_query = "key={key}"
pace = 0
kinds = ["company"]
failed = ["/json/fehler"]
message = "/json/fehler"

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
date = "datum"
people = "autor"
)";

RosterRow row(std::string const& given, std::string const& family)
{
    auto made = RosterRow{};
    made.name.written = given + " " + family;
    made.name.given = given;
    made.name.family = family;
    made.organisation = "Uhlenbrink Hydraulik GmbH";
    made.role = "Leiterin Einkauf";
    return made;
}

PersonId add(Notebook& notebook, EventId event, ListId list, RosterRow const& one)
{
    auto const person = add_person(notebook, one.name);
    add_attendance(notebook, event, list, person, one);
    return person;
}

struct Fixture {
    ReplayServer server;
    test::TestClock clock;
    Notebook notebook = Notebook::in_memory();
    EventId event = ensure_event(notebook, {{}, "Forum", "", {}, {}, Instant{}});
    ListId list = add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "h", 1, Instant{}});
    NetworkOptions options;
    PersonId kaethe = add(notebook, event, list, row("Käthe", "Ostermoor"));

    Fixture()
    {
        options.recipes = {parse_recipe(recipe_toml, "blatt.toml")};
        options.websites = false;
        options.fetch.transfers.connection.permissions.loopback = true;
        options.fetch.transfers.connection.stand_in = server.address();
        options.fetch.transfers.connection.total_timeout = std::chrono::milliseconds{500};
    }

    void serve(std::string const& target, std::string const& json)
    {
        server.serve("/blatt.example" + target, {.body = json, .content_type = "application/json"});
    }

    void serve_kaethe()
    {
        serve("/leute?q=K%C3%A4the%20Ostermoor", R"({"leute":[{"id":"8","name":"Käthe Ostermoor","firma":"Tierarztpraxis Elm"},{"id":"7","name":"Ostermoor, Käthe","firma":"Uhlenbrink Hydraulik"},{"id":"9","name":"Karl Ostermoor","firma":"Uhlenbrink Hydraulik"}]})");
        serve("/artikel/7", R"({"artikel":[{"titel":"Käthe Ostermoor über Pumpen ohne Leck","text":"Käthe Ostermoor von Uhlenbrink Hydraulik kauft nur noch Pumpen ohne Leck.","adresse":"https://blatt.example/pumpen","datum":"2026-05-11","autor":"Jens Redlich"}]})");
        serve("/artikel/8", R"({"artikel":[]})");
    }

    NetworkResult run() { return enrich_from_network(notebook, event, nullptr, options, clock, {}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(network, Fixture)

BOOST_AUTO_TEST_CASE(search_record_and_works_become_a_quote)
{
    serve_kaethe();
    auto const result = run();
    BOOST_TEST(result.requests == 3); // the search, and the two bearers of the name
    BOOST_REQUIRE(result.states.size() == 1);
    BOOST_TEST(std::string{name_of(result.states[0].state)} == "found", result.states[0].detail);
    auto const evidence = all_evidence(notebook, kaethe);
    BOOST_REQUIRE(!evidence.empty());
    BOOST_TEST(evidence[0].snippet.quote.find("Pumpen ohne Leck") != std::string::npos);
    BOOST_TEST(evidence[0].page.address == "https://blatt.example/pumpen");
    BOOST_TEST(to_iso(*evidence[0].page.published) == "2026-05-11");
    BOOST_TEST(evidence[0].link.probability > 0.5);
}

BOOST_AUTO_TEST_CASE(a_second_run_asks_nothing)
{
    serve_kaethe();
    run();
    auto const hits = server.hits();
    auto const again = run();
    BOOST_TEST(server.hits() == hits);
    BOOST_TEST(again.requests == 0);
    BOOST_TEST(again.plan.passed.at(0).reason.find("found on 2026-11-25") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_found_is_nothing_and_trouble_is_failed)
{
    serve("/leute?q=K%C3%A4the%20Ostermoor", R"({"leute":[]})");
    serve("/leute?q=Kaethe%20Ostermoor", R"({"leute":[]})");
    auto const result = run();
    BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "nothing");
    BOOST_TEST(server.hits() == 2); // the second spelling is tried
}

BOOST_AUTO_TEST_CASE(html_for_json_and_an_error_in_a_good_answer_are_failures_told_once)
{
    add(notebook, event, list, row("Käthe", "Ostermoor"));
    server.serve("/blatt.example/leute?q={n}", {.body = "<!doctype html><title>Wartung</title>"});
    auto const result = run();
    BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "failed");
    BOOST_TEST(result.problems.size() == 1);
    BOOST_TEST(result.problems.at(0).reason.find("promised JSON") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_source_that_asks_for_patience_was_not_asked)
{
    server.serve("/blatt.example/leute?q={n}", {.status = 429, .headers = {{"Retry-After", "86400"}}});
    auto const result = run();
    BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "not asked");
    BOOST_TEST(all_evidence(notebook, kaethe).empty());
}

BOOST_AUTO_TEST_CASE(a_key_goes_out_and_is_kept_nowhere)
{
    serve("/leute?q={n}&key=geheim", R"({"leute":[]})");
    options.settings["BLATT_KEY"] = "geheim";
    auto const folder = test::TemporaryFolder{};
    auto const result = run();
    BOOST_TEST(server.hits("/blatt.example/leute?q={n}&key=geheim") >= 1);
    for (auto const& state : result.states) {
        BOOST_TEST(state.detail.find("geheim") == std::string::npos);
    }
    BOOST_TEST(outcome_as_table(result, notebook, event).find("geheim") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_plan_sends_nothing_and_keeps_to_the_budget)
{
    for (auto more = 0; more < 5; ++more) {
        add(notebook, event, list, row("Anna" + std::string(1, static_cast<char>('a' + more)), "Thalbach"));
    }
    options.budget.people = 3;
    options.budget.requests = 5;
    auto const plan = plan_for_event(notebook, event, options, clock.now());
    BOOST_TEST(plan.people.size() == 3);
    BOOST_TEST(plan.asks.size() == 2);
    BOOST_TEST(plan.passed.at(0).reason == "beyond the budget of 5 requests");
    BOOST_TEST(server.hits() == 0);
}

BOOST_AUTO_TEST_CASE(the_widest_and_highest_range_is_asked_first)
{
    auto const jens = add(notebook, event, list, row("Jens", "Redlich"));
    options.interest = {{kaethe, 0.5, 0.55}, {jens, 0.1, 0.9}};
    auto const plan = plan_for_event(notebook, event, options, clock.now());
    BOOST_TEST((plan.people == std::vector<std::size_t>{1, 0}));
    BOOST_TEST(plan.asks.at(0).attendance == 1);
}

BOOST_AUTO_TEST_CASE(a_stop_keeps_what_is_there_and_goes_on_later)
{
    serve_kaethe();
    auto stop = std::stop_source{};
    auto watch = Watch{};
    watch.stop = stop.get_token();
    stop.request_stop();
    auto const result = enrich_from_network(notebook, event, nullptr, options, clock, watch);
    BOOST_TEST(result.stopped);
    BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "not asked");
    BOOST_TEST(std::string{name_of(run().states.at(0).state)} == "found");
}

BOOST_AUTO_TEST_CASE(the_site_of_the_organisation_is_read)
{
    auto other = row("Anna", "Thalbach");
    other.website = "https://uhlenbrink.example";
    auto const anna = add(notebook, event, list, other);
    server.serve("/uhlenbrink.example/", {.body = "<html><body><a href='/team'>Team</a></body></html>"});
    server.serve("/uhlenbrink.example/team", {.body = "<html><head><title>Team - Uhlenbrink Hydraulik GmbH</title></head><body><main><h1>Team</h1><h2>Anna Thalbach</h2>"
                                                      "<p>Anna Thalbach ist Leiterin Einkauf der Uhlenbrink Hydraulik GmbH und baut die Lieferkette für Pumpen um.</p></main></body></html>"});
    options.recipes.clear();
    options.websites = true;
    auto const result = run();
    BOOST_TEST(server.hits("/uhlenbrink.example/team") == 1);
    BOOST_TEST(!all_evidence(notebook, anna).empty());
    BOOST_TEST(result.pages == 1);
}

BOOST_AUTO_TEST_CASE(a_second_run_only_asks_whether_what_is_stale_still_holds)
{
    auto other = row("Anna", "Thalbach");
    other.website = "https://uhlenbrink.example";
    auto const anna = add(notebook, event, list, other);
    auto const serve_page = [&](std::string const& target, std::string const& body) {
        server.serve("/uhlenbrink.example" + target, {.body = body, .headers = {{"ETag", "\"eins\""}}});
    };
    serve_page("/robots.txt", "User-agent: *\nDisallow: /intern\n");
    serve_page("/", "<html><body><a href='/team'>Team</a></body></html>");
    serve_page("/team", "<html><head><title>Team - Uhlenbrink Hydraulik GmbH</title></head><body><main><h1>Team</h1><h2>Anna Thalbach</h2>"
                        "<p>Anna Thalbach ist Leiterin Einkauf der Uhlenbrink Hydraulik GmbH und baut die Lieferkette für Pumpen um.</p></main></body></html>");
    options.recipes.clear();
    options.websites = true;
    run();
    auto const first = server.hits();
    auto const evidence = all_evidence(notebook, anna).size();
    clock.wait(std::chrono::hours{2 * 24});
    run();
    BOOST_TEST(server.hits() == first);
    clock.wait(std::chrono::hours{6 * 24});
    run();
    auto const received = server.received();
    BOOST_TEST(received.size() > static_cast<std::size_t>(first));
    for (auto at = static_cast<std::size_t>(first); at < received.size(); ++at) {
        auto const answered_404 = received[at].target.ends_with("sitemap.xml");
        BOOST_TEST((answered_404 || received[at].headers.contains("if-none-match")), received[at].target);
    }
    BOOST_TEST(evidence > 0U);
    BOOST_TEST(all_evidence(notebook, anna).size() == evidence);
}

/// A file as `gzip -0` packs it (RFC 1952): one stored block.
std::string gzipped(std::string const& text)
{
    auto check = ~0U;
    for (unsigned char const byte : text) {
        check ^= byte;
        for (auto bit = 0; bit < 8; ++bit) {
            check = (check >> 1U) ^ ((check & 1U) != 0 ? 0xedb88320U : 0U);
        }
    }
    auto packed = std::string{"\x1f\x8b\x08\0\0\0\0\0\0\x03\x01", 11};
    auto const put = [&](std::size_t value, int bytes) {
        for (auto byte = 0; byte < bytes; ++byte) {
            packed += static_cast<char>(value >> (8 * byte) & 0xffU);
        }
    };
    put(text.size(), 2);
    put(~text.size(), 2);
    packed += text;
    put(~check, 4);
    put(text.size(), 4);
    return packed;
}

BOOST_AUTO_TEST_CASE(a_packed_site_map_that_robots_txt_names_leads_to_an_article)
{
    auto other = row("Anna", "Thalbach");
    other.website = "https://uhlenbrink.example";
    auto const anna = add(notebook, event, list, other);
    auto const serve_page = [&](std::string const& target, std::string const& body) { server.serve("/uhlenbrink.example" + target, {.body = body}); };
    serve_page("/robots.txt", "User-agent: *\nDisallow: /intern\nSitemap: https://uhlenbrink.example/karten.xml\n");
    serve_page("/", "<html><body><p>Willkommen</p></body></html>");
    serve_page("/karten.xml", "<sitemapindex><sitemap><loc>https://uhlenbrink.example/bilder.xml</loc></sitemap>"
                              "<sitemap><loc>https://uhlenbrink.example/news.xml.gz</loc></sitemap></sitemapindex>");
    server.serve("/uhlenbrink.example/news.xml.gz", {.body = gzipped("<urlset><url><loc>https://uhlenbrink.example/intern/thalbach</loc></url>"
                                                                     "<url><loc>https://uhlenbrink.example/2026/anna-thalbach</loc></url></urlset>"),
        .content_type = "application/x-gzip"});
    serve_page("/2026/anna-thalbach", "<html><head><title>Neue Leiterin Einkauf</title></head><body><main><p>Anna Thalbach ist Leiterin Einkauf der Uhlenbrink "
                                      "Hydraulik GmbH und baut die Lieferkette für Pumpen um.</p></main></body></html>");
    serve_page("/intern/thalbach", "<html><body>geheim</body></html>");
    options.recipes.clear();
    options.websites = true;
    run();
    BOOST_TEST(!all_evidence(notebook, anna).empty());
    BOOST_TEST(server.hits("/uhlenbrink.example/robots.txt") == 1);
    BOOST_TEST(server.hits("/uhlenbrink.example/intern/thalbach") == 0);
    BOOST_TEST(server.hits() == 5);
}

/// Käthe and a colleague, and a source that names errors in its body.
struct TwoPeople : Fixture {
    TwoPeople()
    {
        add(notebook, event, list, row("Jens", "Redlich"));
        options.recipes = {parse_recipe(std::string{"ask_later = [\"/json/bremse\"]\npause = \"/json/pause\"\n"} + recipe_toml, "blatt.toml")};
    }
};

BOOST_FIXTURE_TEST_CASE(a_spent_quota_told_in_a_good_answer_ends_the_source_for_this_run, TwoPeople)
{
    serve("/leute?q={n}", R"({"bremse":"morgen wieder"})");
    auto const result = run();
    BOOST_TEST(server.hits() == 1);
    BOOST_REQUIRE(result.states.size() == 2);
    for (auto const& state : result.states) {
        BOOST_TEST(std::string{name_of(state.state)} == "not asked");
    }
    run(); // the error was not kept as an answer
    BOOST_TEST(server.hits() == 2);
}

BOOST_FIXTURE_TEST_CASE(a_short_wait_is_waited_for_and_asked_again, TwoPeople)
{
    server.serve("/blatt.example/leute?q=K%C3%A4the%20Ostermoor",
        {.body = R"({"bremse":"zu viel los"})", .content_type = "application/json", .headers = {{"Retry-After", "5"}}});
    serve_kaethe();
    auto const result = run();
    BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "found", result.states.at(0).detail);
    BOOST_TEST((clock.passed() >= std::chrono::seconds{5} && clock.passed() < std::chrono::seconds{7}));
}

BOOST_FIXTURE_TEST_CASE(the_pause_that_an_answer_asks_for_is_kept, TwoPeople)
{
    serve("/leute?q={n}", R"({"pause":9,"leute":[]})");
    run();
    BOOST_TEST(server.hits() == 3); // two spellings of Käthe, one of Jens
    BOOST_TEST((clock.passed() >= std::chrono::seconds{18}));
}

BOOST_AUTO_TEST_CASE(half_an_answer_is_a_failure_and_not_kept)
{
    serve("/leute?q={n}", R"({"leute":[{"id":"7","name":"Käthe Oster)");
    for (auto time = 1; time <= 2; ++time) {
        auto const result = run();
        BOOST_TEST(std::string{name_of(result.states.at(0).state)} == "failed");
        BOOST_TEST(server.hits() == time);
    }
}

/// A list without web sites, and Wikidata that knows one.
struct WithoutSite : Fixture {
    WithoutSite()
    {
        auto all = shipped_recipes();
        options.recipes = chosen_recipes(std::move(all), {"wikidata-site"});
        options.websites = true;
        server.serve("/www.wikidata.org/w/api.php?action=wbsearchentities&search={o}&language=de&uselang=de&type=item&limit=7&format=json&maxlag=5",
            {.body = R"({"search":[{"id":"Q1","label":"Uhlenbrink"},{"id":"Q2","label":"Uhlenbrink Hydraulik"}]})", .content_type = "application/json"});
        server.serve("/www.wikidata.org/w/api.php?action=wbgetentities&ids=Q2&props={p}&languages={l}&format=json&maxlag=5",
            {.body = R"({"entities":{"Q2":{"id":"Q2","labels":{"de":{"value":"Uhlenbrink Hydraulik GmbH"}},"claims":{"P856":[{"rank":"deprecated",)"
                     R"("mainsnak":{"datavalue":{"value":"https://alt.example/"}}},{"rank":"normal","mainsnak":{"datavalue":{"value":"https://www.uhlenbrink.example/"}}}]}}}})",
                .content_type = "application/json"});
        server.serve("/uhlenbrink.example/", {.body = "<html><body><a href='/team'>Team</a></body></html>"});
        server.serve("/uhlenbrink.example/team", {.body = "<html><head><title>Team - Uhlenbrink Hydraulik GmbH</title></head><body><main><h1>Team</h1>"
                                                          "<h2>Käthe Ostermoor</h2><p>Käthe Ostermoor ist Leiterin Einkauf der Uhlenbrink Hydraulik GmbH und baut die "
                                                          "Lieferkette für Pumpen um.</p></main></body></html>"});
    }
};

BOOST_FIXTURE_TEST_CASE(where_the_list_gives_no_site_wikidata_s_is_visited, WithoutSite)
{
    add(notebook, event, list, row("Jens", "Redlich")); // a colleague: one search, one visit
    auto const result = run();
    BOOST_TEST(server.hits("/uhlenbrink.example/team") == 1);
    BOOST_TEST(!all_evidence(notebook, kaethe).empty());
    BOOST_REQUIRE(result.states.size() == 4);
    BOOST_TEST(result.states[0].source == "website");
    BOOST_TEST(std::string{name_of(result.states[0].state)} == "found");
    BOOST_TEST(result.states[1].detail == "uhlenbrink.example");
    auto const hits = server.hits();
    run();
    BOOST_TEST(server.hits() == hits);
}

BOOST_FIXTURE_TEST_CASE(a_site_that_the_list_gives_is_not_looked_up, WithoutSite)
{
    auto known = row("Jens", "Redlich");
    known.email = "redlich@uhlenbrink.example";
    event = ensure_event(notebook, {{}, "Messe", "", {}, {}, Instant{}});
    add(notebook, event, add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "h", 1, Instant{}}), known);
    auto const result = run();
    BOOST_TEST(result.plan.asks.size() == 1);
    BOOST_TEST(result.plan.passed.at(0).reason == "the list says it: uhlenbrink.example");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_network
