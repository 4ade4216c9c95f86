// SPDX-License-Identifier: MIT
// Which pages of an organisation's site are read, and which are not. All people are invented.
#include "enrich/company_web.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(company_web)
namespace {

WebAddress const home = *parse_address("https://www.uhlenbrink.example/");

constexpr auto home_page = R"(<html><head><title>Uhlenbrink</title>
<link rel="alternate" type="application/rss+xml" title="Uhlenbrink &raquo; Kommentar-Feed" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" title="Uhlenbrink" href="/feed/"></head><body>
<a href="/unternehmen/team/">Unser Team</a><a href="/unternehmen/team/">noch einmal</a><a href="/impressum">Impressum</a>
<a href="/aktuelles/">Aktuelles</a><a href="/katalog.pdf">Katalog Team</a><a href="https://www.linkedin.com/company/u">Team bei LinkedIn</a>
<a href="/produkte">Produkte</a><a href="mailto:x@uhlenbrink.example">Mail</a></body></html>)";

Attendance attendee(std::string const& given, std::string const& family)
{
    auto made = Attendance{};
    made.row.name.given = given;
    made.row.name.family = family;
    made.row.organisation = "Uhlenbrink GmbH";
    made.row.website = "www.uhlenbrink.example";
    return made;
}

Response answer(std::string const& address, std::string body, std::string const& type = "text/html; charset=utf-8")
{
    auto made = Response{};
    made.outcome = Outcome::answered;
    made.status = 200;
    made.address = address;
    made.body = std::move(body);
    made.headers = {{"content-type", type}};
    made.requests = 1;
    return made;
}

struct Visit {
    Attendance person = attendee("Käthe", "Nolte-Evers");
    Attendance const* people[1] = {&person};
    SiteVisit visit{"uhlenbrink.example", people, {}};
};

std::vector<std::string> addresses(std::vector<Question> const& questions)
{
    auto all = std::vector<std::string>{};
    for (auto const& question : questions) {
        all.push_back(question.fetch.request.address);
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(links_are_told_apart_by_their_words)
{
    auto const links = read_site_links(home_page, home);
    BOOST_REQUIRE(links.people.size() == 1);
    BOOST_TEST(links.people[0].address == "https://www.uhlenbrink.example/unternehmen/team/");
    BOOST_TEST(links.imprint.size() == 1);
    BOOST_TEST(links.news.size() == 1);
    BOOST_TEST(links.others.size() == 1);
    BOOST_TEST((links.feeds == std::vector<std::string>{"https://www.uhlenbrink.example/feed/"}));
}

BOOST_FIXTURE_TEST_CASE(a_visit_reads_people_imprint_and_what_the_feed_says_of_somebody, Visit)
{
    auto const first = visit.start();
    BOOST_REQUIRE(first.size() == 1);
    BOOST_TEST(first[0].fetch.robots);
    BOOST_TEST((first[0].fetch.request.host_delay == std::chrono::seconds{2}));
    auto const second = visit.take(first[0].number, answer(home.text(), home_page));
    BOOST_TEST((addresses(second) == std::vector<std::string>{"https://www.uhlenbrink.example/unternehmen/team/",
        "https://www.uhlenbrink.example/impressum", "https://www.uhlenbrink.example/feed/"}));
    auto const feed = "\n<?xml version=\"1.0\"?><rss><channel><item><title>Messe</title><link>https://www.uhlenbrink.example/1</link></item>"
                      "<item><title>Käthe Nolte-Evers leitet den Einkauf</title><link>https://www.uhlenbrink.example/2</link></item>"
                      "<item><title>Nolte-Evers woanders</title><link>https://other.example/3</link></item></channel></rss>";
    auto const third = visit.take(second[2].number, answer("https://www.uhlenbrink.example/feed/", feed, "application/rss+xml"));
    BOOST_TEST((addresses(third) == std::vector<std::string>{"https://www.uhlenbrink.example/2"}));
}

BOOST_FIXTURE_TEST_CASE(a_visit_asks_for_eight_pages_at_most, Visit)
{
    auto page = std::string{"<html><body>"};
    for (auto article = 0; article < 50; ++article) {
        page += "<a href='/nolte-evers/" + std::to_string(article) + "'>Nolte-Evers</a>";
    }
    auto const first = visit.start();
    auto const second = visit.take(first[0].number, answer(home.text(), page));
    BOOST_TEST(first.size() + second.size() == 8);
}

BOOST_FIXTURE_TEST_CASE(a_wall_against_robots_ends_the_visit, Visit)
{
    auto wall = answer(home.text(), "<html><title>Just a moment...</title></html>");
    wall.status = 403;
    BOOST_TEST(visit.take(visit.start()[0].number, wall).empty());
    BOOST_TEST(visit.is_finished());
    BOOST_TEST((visit.state() == AskState::refused));
}

BOOST_FIXTURE_TEST_CASE(a_page_that_must_not_be_quoted_is_not_kept, Visit)
{
    auto const page = "<html><head><meta name=\"robots\" content=\"index, nosnippet\"></head><body><p>Käthe Nolte-Evers</p></body></html>";
    visit.take(visit.start()[0].number, answer(home.text(), page));
    BOOST_TEST(visit.pages().empty());
}

BOOST_AUTO_TEST_CASE(a_page_that_says_not_found_is_no_page)
{
    BOOST_TEST(is_soft_404("Seite nicht gefunden", "Hier ist nichts."));
    BOOST_TEST(!is_soft_404("Team", std::string(2000, 'a') + " 404"));
}

BOOST_AUTO_TEST_CASE(networks_and_mail_providers_are_nobodys_site)
{
    auto person = attendee("Käthe", "Nolte");
    BOOST_TEST(site_of(person) == "uhlenbrink.example");
    person.row.website = "https://www.linkedin.com/in/kaethe";
    BOOST_TEST(site_of(person).empty());
    person.row.website.clear();
    person.row.email = "kaethe@web.de";
    BOOST_TEST(site_of(person).empty());
    person.row.email = "kaethe@mail.uhlenbrink.example";
    BOOST_TEST(site_of(person) == "mail.uhlenbrink.example");
}

BOOST_AUTO_TEST_CASE(a_sitemap_may_name_others)
{
    auto is_index = false;
    auto const links = read_feed_links("<sitemapindex><sitemap><loc><![CDATA[https://www.uhlenbrink.example/s1.xml]]></loc></sitemap></sitemapindex>", home, is_index);
    BOOST_TEST(is_index);
    BOOST_REQUIRE(links.size() == 1);
    BOOST_TEST(links[0].address == "https://www.uhlenbrink.example/s1.xml");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
