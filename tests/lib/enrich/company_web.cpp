// SPDX-License-Identifier: MIT
// Which pages of an organisation's site are read, and which are not. All people are invented.
#include "enrich/company_web.hpp"

#include "enrich/site_map.hpp"

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
        "https://www.uhlenbrink.example/impressum", "https://www.uhlenbrink.example/feed/", "https://www.uhlenbrink.example/robots.txt"}));
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
    BOOST_TEST(first.size() + second.size() == 8 + 1); // and the rules once more, out of the cache
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

/// A site without feed or news; what its robots.txt names is asked for after the home page.
struct VisitWithMaps : Visit {
    std::vector<std::string> after_robots(std::string const& robots, std::string const& page = "<html><body><p>Uhlenbrink</p></body></html>")
    {
        auto const second = visit.take(visit.start()[0].number, answer(home.text(), page));
        BOOST_REQUIRE(!second.empty());
        BOOST_TEST(second.back().fetch.request.address == "https://www.uhlenbrink.example/robots.txt");
        BOOST_TEST(!second.back().fetch.robots);
        questions = visit.take(second.back().number, answer("https://www.uhlenbrink.example/robots.txt", robots, "text/plain"));
        return addresses(questions);
    }

    std::vector<std::string> after_map(std::string const& map)
    {
        BOOST_REQUIRE(!questions.empty());
        auto const asked = questions.front();
        questions = visit.take(asked.number, answer(asked.fetch.request.address, map, "application/xml"));
        return addresses(questions);
    }

    std::vector<Question> questions;
};

using Addresses = std::vector<std::string>;

BOOST_FIXTURE_TEST_CASE(site_maps_that_robots_txt_names_are_read_news_first_and_of_this_site_only, VisitWithMaps)
{
    BOOST_TEST((after_robots("Sitemap: https://www.uhlenbrink.example/a.xml\nSitemap: https://other.example/news.xml\nUser-agent: *\n"
                             "sitemap: /produkte.xml\nSITEMAP: https://uhlenbrink.example/sitemap-news.xml\n")
        == Addresses{"https://uhlenbrink.example/sitemap-news.xml", "https://www.uhlenbrink.example/a.xml"}));
}

BOOST_FIXTURE_TEST_CASE(without_a_named_map_the_usual_place_is_tried, VisitWithMaps)
{
    BOOST_TEST((after_robots("User-agent: *\nDisallow: /intern\n") == Addresses{"https://www.uhlenbrink.example/sitemap.xml"}));
}

BOOST_FIXTURE_TEST_CASE(where_robots_txt_was_not_answered_no_map_is_guessed, VisitWithMaps)
{
    auto const second = visit.take(visit.start()[0].number, answer(home.text(), "<html><body></body></html>"));
    BOOST_REQUIRE(second.size() == 1);
    auto stopped = answer("https://www.uhlenbrink.example/robots.txt", "");
    stopped.outcome = Outcome::stopped;
    BOOST_TEST(visit.take(second[0].number, stopped).empty());
    BOOST_TEST(visit.is_finished());
}

BOOST_FIXTURE_TEST_CASE(where_the_home_page_leads_to_news_only_maps_of_news_are_asked_for, VisitWithMaps)
{
    auto const page = "<html><body><a href='/aktuelles'>Aktuelles</a></body></html>";
    BOOST_TEST((after_robots("Sitemap: https://www.uhlenbrink.example/sitemap.xml\nSitemap: https://www.uhlenbrink.example/presse.xml\n", page)
        == Addresses{"https://www.uhlenbrink.example/presse.xml"}));
}

BOOST_FIXTURE_TEST_CASE(an_index_leads_to_two_more_maps_at_most_and_these_no_further, VisitWithMaps)
{
    after_robots("Sitemap: https://www.uhlenbrink.example/sitemap_index.xml\n");
    auto const index = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://www.uhlenbrink.example/image-sitemap.xml</loc>"
                       "</sitemap><sitemap><loc>https://www.uhlenbrink.example/irgendwas.xml</loc></sitemap><sitemap><loc><![CDATA[ https://www.uhlenbrink.example/post-sitemap.xml ]]>"
                       "</loc></sitemap><sitemap><loc>https://www.uhlenbrink.example/news-sitemap.xml.gz</loc></sitemap><sitemap><loc>https://other.example/news.xml</loc></sitemap></sitemapindex>";
    BOOST_TEST((after_map(index) == Addresses{"https://www.uhlenbrink.example/news-sitemap.xml.gz", "https://www.uhlenbrink.example/post-sitemap.xml"}));
    BOOST_TEST(after_map(index).empty());
}

BOOST_FIXTURE_TEST_CASE(a_news_map_names_people_in_its_titles, VisitWithMaps)
{
    after_robots("Sitemap: https://www.uhlenbrink.example/news.xml\n");
    BOOST_TEST((after_map("<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://www.uhlenbrink.example/17</loc><news:news><news:publication>"
                          "<news:name>Uhlenbrink</news:name></news:publication><news:title>Käthe Nolte-Evers leitet den Einkauf</news:title></news:news></url>"
                          "<url><loc>https://www.uhlenbrink.example/18</loc><news:news><news:title>Messe</news:title></news:news></url>"
                          "<url><loc>https://www.uhlenbrink.example/team/nolte-evers</loc></url><url><loc>https://other.example/nolte-evers</loc></url></urlset>")
        == Addresses{"https://www.uhlenbrink.example/17", "https://www.uhlenbrink.example/team/nolte-evers"}));
}

BOOST_FIXTURE_TEST_CASE(a_map_never_takes_the_last_page, Visit)
{
    auto narrow = SiteVisit{"uhlenbrink.example", people, SiteManners{.pages = 3}};
    auto const second = narrow.take(narrow.start()[0].number, answer(home.text(), "<html><body><a href='/team'>Team</a></body></html>"));
    BOOST_REQUIRE(second.size() == 2);
    BOOST_TEST(narrow.take(second[1].number, answer("https://www.uhlenbrink.example/robots.txt", "Sitemap: /news.xml", "text/plain")).empty());
}

BOOST_AUTO_TEST_CASE(maps_come_as_index_list_of_addresses_or_feed)
{
    constexpr std::size_t limit = 1 << 20;
    auto const index = read_site_map("<sitemapindex><sitemap><loc><![CDATA[https://www.uhlenbrink.example/s1.xml]]></loc></sitemap></sitemapindex>", home, limit);
    BOOST_TEST((index.maps == Addresses{"https://www.uhlenbrink.example/s1.xml"}));
    auto const plain = read_site_map("\xEF\xBB\xBFhttps://www.uhlenbrink.example/a\r\nkein Link\nhttps://www.uhlenbrink.example/b.pdf\nhttps://www.uhlenbrink.example/c", home, limit);
    BOOST_REQUIRE(plain.pages.size() == 2);
    BOOST_TEST(plain.pages[1].address == "https://www.uhlenbrink.example/c");
    BOOST_TEST(read_site_map("<rss><channel><item><link>https://www.uhlenbrink.example/1</link></item></channel></rss>", home, limit).pages.size() == 1);
    for (auto const* const rubbish : {"", "<html><body>nicht gefunden</body></html>", "<urlset><url></url><url><loc/></url></urlset>", "\x1f\x8bkaputt"}) {
        BOOST_TEST(read_site_map(rubbish, home, limit).pages.empty(), rubbish);
    }
}

BOOST_AUTO_TEST_CASE(a_map_that_nests_without_end_is_read_to_its_titles)
{
    auto map = std::string{"<urlset><url><loc>https://www.uhlenbrink.example/1</loc>"};
    for (auto level = 0; level < 300'000; ++level) {
        map += "<image>";
    }
    map += "<title>tief</title>";
    for (auto level = 0; level < 300'000; ++level) {
        map += "</image>";
    }
    map += "<news><title>Anna Weber</title></news></url></urlset>";
    auto const pages = read_site_map(map, home, std::size_t{8} << 20).pages;
    BOOST_REQUIRE(pages.size() == 1);
    BOOST_TEST(pages[0].text.starts_with("anna weber "), pages[0].text);
}

BOOST_AUTO_TEST_CASE(a_map_has_fifty_thousand_entries_at_most)
{
    auto map = std::string{"<urlset>"};
    for (auto entry = 0; entry < 60'000; ++entry) {
        map += "<url><loc>https://www.uhlenbrink.example/" + std::to_string(entry) + "</loc></url>";
    }
    BOOST_TEST(read_site_map(map + "</urlset>", home, std::size_t{8} << 20).pages.size() == 50'000);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
