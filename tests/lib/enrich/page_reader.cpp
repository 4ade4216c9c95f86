// SPDX-License-Identifier: MIT
// Tests of page reading: facts from the head, clean text, forms of files.
#include "enrich/page_reader.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(page_reader)

namespace {

using namespace knowwho;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

std::string const article = R"(<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">
<title>Der leise Stillstand | Werkstattblatt</title>
<link rel="canonical" href="https://werkstattblatt.example/leise">
<meta property="og:site_name" content="Werkstattblatt"><meta property="og:type" content="article">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Der leise Stillstand",
"author":[{"@type":"Person","name":"Rieke Tambour"}],"datePublished":"2026-03-04T09:00:00+01:00",}</script></head>
<body><nav><a href="/">Start</a> <a href="/abo">Abo</a></nav>
<div class="cookie-banner"><p>Wir verwenden Cookies, um Ihnen die beste Erfahrung auf dieser Seite zu bieten. Alle akzeptieren.</p></div>
<article><h1>Der leise Stillstand</h1>
<p>Wenn eine Maschine steht, merkt es jeder. Wenn sie schlei&shy;chend langsamer wird, merkt es lange niemand, und das kostet am Ende mehr.</p>
<p>Das Werk in Unterlohe hat deshalb angefangen, jeden Takt zu z&auml;hlen, nicht nur jede St&ouml;rung, und nach vier Wochen lag eine Liste auf dem Tisch.</p>
<aside class="related"><p><a href="/x">Lesen Sie auch: Warum niemand gern Listen führt und was man dagegen tun kann</a></p></aside>
<p>Seither gibt es jeden Montag eine Viertelstunde, in der drei Leute auf diese Liste schauen, und mehr braucht es nach ihrer Ansicht nicht.</p>
</article>
<footer><p>Impressum, Datenschutz und was sonst noch unten steht, in einer langen Zeile</p></footer></body></html>)";

Page read(std::string_view bytes, std::string_view name)
{
    return read_page(bytes, name, now).page;
}

} // namespace

BOOST_AUTO_TEST_CASE(an_article_says_what_it_is)
{
    Page const page = read(article, "leise.html");
    BOOST_TEST(page.title == "Der leise Stillstand");
    BOOST_TEST(page.site == "Werkstattblatt");
    BOOST_TEST(page.address == "https://werkstattblatt.example/leise");
    BOOST_TEST(page.authors == std::vector<std::string>{"Rieke Tambour"}, boost::test_tools::per_element());
    BOOST_TEST((page.published == PartialDate{2026, 3, 4}));
    BOOST_TEST((page.language == Language::german));
    BOOST_TEST((page.kind == PageKind::article));
}

BOOST_AUTO_TEST_CASE(the_frame_of_a_page_is_not_its_text)
{
    Page const page = read(article, "leise.html");
    BOOST_TEST(page.text.find("jeden Takt zu z\u00e4hlen") != std::string::npos);
    BOOST_TEST(page.text.find("schleichend langsamer") != std::string::npos);
    for (auto const* const word : {"Cookies", "Impressum", "Lesen Sie auch", "Abo"}) {
        BOOST_TEST(page.text.find(word) == std::string::npos, word);
    }
}

BOOST_AUTO_TEST_CASE(a_piece_of_a_page_is_markup_too)
{
    Page const page = read("\n<div class=\"h-card\">\n  <a class=\"p-name u-url\" href=\"/kolbe\">Jette Kolbe</a>\n  (<a class=\"p-org h-card\" href=\"/\">Uhlenbrink Hydraulik</a>)\n</div>\n", "");
    BOOST_TEST(page.text == "Jette Kolbe (Uhlenbrink Hydraulik)\n");
    BOOST_TEST(read("<3 lich gegr\u00fc\u00dft von </Jette>", "").text.starts_with("<3"));
}

BOOST_AUTO_TEST_CASE(properties_of_a_card_are_words_of_their_own)
{
    std::string const card = "<html><body><div class=\"h-card\"><span class=\"p-name\">Jette Kolbe</span><span class=\"p-job-title\">Leiterin Einkauf</span>"
                             "<span class=\"p-org\">Uhlenbrink Hydraulik</span></div></body></html>";
    BOOST_TEST(read(card, "karte.html").text == "Jette Kolbe, Leiterin Einkauf, Uhlenbrink Hydraulik\n");
    std::string const parts = "<html><body><p class=\"vcard\"><span class=\"given-name p-given-name\">Jette</span><span class=\"family-name p-family-name\">Kolbe</span>"
                              "<span class=\"org\">Uhlenbrink Hydraulik</span></p></body></html>";
    BOOST_TEST(read(parts, "karte.html").text == "Jette Kolbe Uhlenbrink Hydraulik\n");
}

BOOST_AUTO_TEST_CASE(lines_cover_the_text)
{
    auto const reading = read_page(article, "leise.html", now);
    for (auto const& line : reading.lines) {
        BOOST_TEST(line.end < reading.page.text.size());
        BOOST_TEST(reading.page.text[line.end] == '\n');
    }
}

BOOST_AUTO_TEST_CASE(notes_are_read_whole)
{
    Page const text = read("Anruf bei Tambour\n\nWill im Mai wieder sprechen.", "a.txt");
    BOOST_TEST(text.text == "Anruf bei Tambour\nWill im Mai wieder sprechen.\n");
    BOOST_TEST((text.kind == PageKind::note));
    Page const markdown = read("# Tambour\n\n- mag *kurze* Listen\n", "a.md");
    BOOST_TEST(markdown.title == "Tambour");
    BOOST_TEST(markdown.text == "Tambour\nmag kurze Listen\n");
}

BOOST_AUTO_TEST_CASE(old_encodings_are_understood)
{
    BOOST_TEST(read("<html><body><p>M\xfcller pr\xfc" "ft die Spindel", "a.html").text.find("Müller prüft") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_date_in_the_future_is_none)
{
    BOOST_TEST(!read("<html><head><meta property=\"article:published_time\" content=\"2031-01-01\"></head><body>x", "a.html").published.has_value());
}

BOOST_AUTO_TEST_CASE(nothing_is_a_page_without_text)
{
    BOOST_TEST(read("", "a.html").text.empty());
    BOOST_TEST(read(std::string(100, '\0'), "a.html").text.empty());
}

BOOST_AUTO_TEST_SUITE_END()
