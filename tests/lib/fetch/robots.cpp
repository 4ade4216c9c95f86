// SPDX-License-Identifier: MIT
// robots.txt binds as RFC 9309 says.
#include "fetch/robots.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(robots)
namespace {

struct Decision {
    std::string_view file;
    std::string_view token;
    std::string_view path;
    bool allowed;
};

std::ostream& operator<<(std::ostream& out, Decision const& one)
{
    return out << one.token << " asks for " << one.path << " under: " << one.file;
}

constexpr auto several = "User-agent: *\nDisallow: *.pdf$\nDisallow: /intern/\nAllow: /presse/\n\n"
                         "User-agent: bot-a\nDisallow:/\nAllow:/presse/offen.html\n\n"
                         "User-agent: bot-b\nUser-agent: bot-c\nDisallow: /presse/zu.html\n\nUser-agent: bot-d\n";

Decision const decisions[] = {
    {several, "jemand", "/presse/a.html", true},
    {several, "jemand", "/intern/x", false},
    {several, "jemand", "/a.pdf", false},
    {several, "jemand", "/a.pdf?x", true},
    {several, "bot-a", "/", false},
    {several, "bot-a", "/presse/offen.html", true},
    {several, "bot-b", "/presse/zu.html", false},
    {several, "bot-c", "/presse/zu.html", false},
    {several, "bot-c", "/intern/x", true},
    {several, "bot-d", "/intern/x", true},
    {"user-agent: Knowwho\ndisallow: /a\n\nuser-agent: x\n\nuser-agent: KNOWWHO/2.0\ndisallow: /b\n", "KnowWho", "/a", false},
    {"user-agent: Knowwho\ndisallow: /a\n\nuser-agent: x\n\nuser-agent: KNOWWHO/2.0\ndisallow: /b\n", "KnowWho", "/b", false},
    {"disallow: /\nuser-agent: KnowWho\n", "KnowWho", "/x", true},
    {"user-agent: other\nsitemap: https://a.example/s.xml\nuser-agent: *\ndisallow: /\n", "other", "/", false},
    {"user-agent: *\ndisallow: /x\nallow: /x\n", "KnowWho", "/x", true},
    {"user-agent: *\ndisallow:\n", "KnowWho", "/x", true},
    {"user-agent: *\nallow: /seite\ndisallow: /*.html\n", "KnowWho", "/seite.html", false},
    {"user-agent: *\ndisallow: /a/b$\n", "KnowWho", "/a/b/", true},
    {"user-agent: *\n# disallow: /\ndisallow: /q#r\n", "KnowWho", "/q", false},
    {"user-agent: *\ndisallow: /über/\n", "KnowWho", "/%c3%bcber/x", false},
    {"user-agent: *\ndisallow: /abc\n", "KnowWho", "/%61b%63", false},
    {"user-agent: *\ndisallow: /a%2Fb\n", "KnowWho", "/a/b", true},
    {"\xEF\xBB\xBFuser-agent: *\r\ndisallow: /a\rdisallow: /b\r\n", "KnowWho", "/b", false},
    {"user-agent: *\ndisallow: /\n", "KnowWho", "/robots.txt", true},
    {"<html><body>Nicht gefunden</body></html>", "KnowWho", "/x", true},
    {"", "KnowWho", "/x", true},
};

} // namespace

BOOST_DATA_TEST_CASE(a_file_decides, boost::unit_test::data::make(decisions), one)
{
    BOOST_TEST(RobotsRules::parse(one.file, one.token).allows(one.path) == one.allowed);
}

BOOST_AUTO_TEST_CASE(an_unreachable_file_forbids_everything)
{
    BOOST_TEST(!RobotsRules::allow_nothing().allows("/x"));
    BOOST_TEST(RobotsRules::allow_all().allows("/x"));
}

BOOST_AUTO_TEST_CASE(crawl_delay_and_sitemaps_are_read)
{
    auto const rules = RobotsRules::parse("User-agent: *\nCrawl-delay: 2.5\nSitemap: https://a.example/s.xml\n", "KnowWho");
    BOOST_TEST((rules.crawl_delay() == std::chrono::seconds{3}));
    BOOST_REQUIRE(rules.sitemaps().size() == 1);
    BOOST_TEST(rules.sitemaps()[0] == "https://a.example/s.xml");
    BOOST_TEST((RobotsRules::parse("User-agent: *\nCrawl-delay: 86400\n", "x").crawl_delay() == std::chrono::seconds{30}));
}

BOOST_AUTO_TEST_CASE(a_hostile_file_is_decided_in_time)
{
    auto file = std::string{"user-agent: *\n"};
    for (auto rule = 0; rule < 2000; ++rule) {
        file += "disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*b$\n";
    }
    BOOST_TEST(RobotsRules::parse(file, "KnowWho").allows("/" + std::string(500, 'a')));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
