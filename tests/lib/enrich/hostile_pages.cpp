// SPDX-License-Identifier: MIT
// Pages that are built to hurt: reading and linking them ends soon and breaks nothing.
#include "enrich/page_linker.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <ctime>

BOOST_AUTO_TEST_SUITE(hostile_pages)

namespace {

using namespace knowwho;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

std::string attributes(int count)
{
    std::string tag = "<p";
    for (int i = 0; i < count; ++i) {
        tag += " a" + std::to_string(i) + "=1";
    }
    return tag + ">x";
}

std::string authors(int count)
{
    std::string page;
    for (int i = 0; i < count; ++i) {
        page += "<a rel=author href=x>Anna Weber" + std::to_string(i) + "</a>";
    }
    return page;
}

std::vector<std::string> bad_pages()
{
    return {
        repeated("<div>", 100'000),
        repeated("<div>x</div>", 100'000),
        repeated("<li>x", 100'000),
        repeated("<p><font color=1>x", 20'000),
        repeated("<table><tr><td>", 30'000),
        repeated("<a href=x>", 100'000),
        attributes(100'000),
        std::string(1'000'000, '\0'),
        std::string(1'000'000, '<'),
        "<p>" + repeated("Rieke Tambour. ", 60'000),
        "<script type=\"application/ld+json\">" + repeated("[", 100'000) + "</script>",
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"" + repeated("ja ", 300'000) + "\"}</script>"
            + repeated("<p>Nein und noch einmal nein.", 20'000),
        "<title>" + repeated("\xff\xc3", 100'000),
        repeated("<!--", 100'000),
        repeated("&nbsp;&shy;", 100'000),
        "<p>" + repeated("&", 1'000'000),
        "<title>" + repeated("Takt und Ruhe ", 80'000) + "</title>" + repeated("<h1>" + repeated("Eins Zwei Drei Vier ", 10) + "</h1>", 7'500),
        authors(20'000),
    };
}

} // namespace

BOOST_DATA_TEST_CASE(reading_and_linking_ends_soon, boost::unit_test::data::xrange(std::size_t{18}), index)
{
    auto const html = bad_pages()[index];
    Attendance tambour;
    tambour.person = {1};
    tambour.row.name.given = "Rieke";
    tambour.row.name.family = "Tambour";
    std::vector<Attendance> const roster{tambour};
    auto const start = std::clock(); // CPU time: other work on the machine must not count
    auto const reading = read_page(html, "page.html", now);
    auto const findings = PageLinker{roster, nullptr}.findings(reading);
    auto const seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    BOOST_TEST(seconds < 10.0, "took " << seconds << " s");
    for (auto const& line : reading.lines) {
        BOOST_TEST_REQUIRE(line.end < reading.page.text.size());
    }
    for (auto const& finding : findings) {
        for (auto const& quote : finding.quotes) {
            BOOST_TEST(quote.end <= reading.page.text.size());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
