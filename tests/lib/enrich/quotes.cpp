// SPDX-License-Identifier: MIT
// Tests of picking quotes: who is spoken of, who speaks, and how long a quote may be.
#include "enrich/quotes.hpp"

#include "enrich/mentions.hpp"
#include "text/utf8.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(quotes)

namespace {

using namespace knowwho;

Instant const now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

Attendance tambour()
{
    Attendance attendance;
    attendance.row.name.given = "Rieke";
    attendance.row.name.family = "Tambour";
    return attendance;
}

/// The quotes about Rieke Tambour in a page, else a Markdown note.
std::vector<std::string> quoted(std::string const& text, bool author = false, Goals const* goals = nullptr, std::size_t most = 4,
                                std::string_view file = "note.md")
{
    auto const reading = read_page(text, file, now);
    std::vector<Attendance> const roster{tambour()};
    NameIndex const names{roster};
    PersonOnPage person;
    for (auto const& mention : names.find(reading.page.text)) {
        person.named.push_back(mention.where);
    }
    person.family = names.find_family(reading.page.text, 0);
    person.author = author;
    std::vector<std::string> result;
    for (auto const& range : QuotePicker{goals}.pick(reading, person, most)) {
        result.emplace_back(range.of(reading.page.text));
    }
    return result;
}

bool any_has(std::vector<std::string> const& all, std::string_view part)
{
    return std::any_of(all.begin(), all.end(), [&](std::string const& one) { return one.find(part) != std::string::npos; });
}

} // namespace

BOOST_AUTO_TEST_CASE(sentences_that_name_the_person_are_quoted_and_others_are_not)
{
    auto const found = quoted("Das Wetter war an diesem Tag recht freundlich und trocken.\n\n"
                                "Rieke Tambour leitet seit 2019 die Fertigung im Werk Unterlohe. Der Zug kam pünktlich an, und niemand fror.");
    BOOST_TEST(found == std::vector<std::string>{"Rieke Tambour leitet seit 2019 die Fertigung im Werk Unterlohe."}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sentence_that_goes_on_about_the_person_counts)
{
    BOOST_TEST(any_has(quoted("Rieke Tambour leitet die Fertigung im Werk Unterlohe. Sie hat dort die Liste vom Montag eingeführt und pflegt sie."),
                       "Liste vom Montag"));
}

BOOST_AUTO_TEST_CASE(answers_in_an_interview_are_the_person_s)
{
    auto const found = quoted("# Rieke Tambour im Gespräch\n\nWie fing es an?\n\nMit einem Zettel an der Maschine und einem Bleistift daneben.\n\n"
                                "Und heute?\n\nHeute hängt dort ein Bildschirm, aber der Bleistift ist geblieben, zum Glück.\n\nWas kommt?\n\nNichts Großes, hoffe ich.");
    BOOST_TEST(any_has(found, "Bleistift"));
    BOOST_TEST(!any_has(found, "Wie fing es an?"));
}

BOOST_AUTO_TEST_CASE(an_author_is_quoted_with_what_is_nearest_to_the_goals)
{
    Goals goals;
    goals.goals.push_back({});
    goals.goals[0].want = "Fachleute für Schwingungsanalyse";
    auto const found = quoted("Am Anfang stand ein Kaffee, der viel zu dünn war, und ein langer Vormittag im Werk.\n\n"
                                "Die Schwingungsanalyse braucht weniger Daten, als die meisten Anbieter behaupten, und mehr Geduld.",
                                true, &goals, 1);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].starts_with("Die Schwingungsanalyse"));
}

BOOST_AUTO_TEST_CASE(long_sentences_are_cut_behind_a_word)
{
    std::string text = "Rieke Tambour sagt";
    for (int i = 0; i < 100; ++i) {
        text += " sechsunddreißig";
    }
    auto const found = quoted(text + ".");
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(utf8_length(found[0]) <= longest_quote);
    BOOST_TEST(found[0].ends_with(" sechsunddreißig"));
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_quote_is_none)
{
    BOOST_TEST(quoted(std::string(400, 'z') + " am Ende.", true).empty());
    for (auto const& quote : quoted("Rieke Tambour:" + std::string(400, 'x') + " und mehr davon. " + std::string(400, 'y') + " Rieke Tambour.")) {
        BOOST_TEST(!quote.empty());
        BOOST_TEST(utf8_length(quote) <= longest_quote);
    }
}

BOOST_AUTO_TEST_CASE(dates_and_abbreviations_stay_inside_a_quote)
{
    auto const found = quoted("Am 3. März 2026 sprach Prof. Dr. Rieke Tambour im 2. Stock u. a. über Lager der Fa. K. Huber u. Co. in Halle. Danach gab es Kaffee für alle.");
    BOOST_TEST(found == std::vector<std::string>{"Am 3. März 2026 sprach Prof. Dr. Rieke Tambour im 2. Stock u. a. über Lager der Fa. K. Huber u. Co. in Halle."},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_is_named_in_frames_captions_and_comments_only_is_not_quoted_from_there)
{
    std::string const body = "Die Leute in der Frühschicht lesen jeden Morgen drei Zahlen ab und vergleichen sie mit denen vom Vortag, bevor es losgeht. ";
    std::string const html = "<!DOCTYPE html><html lang=\"de\"><body><nav><a href=/>Rieke Tambour im Porträt</a></nav><main><article><h1>Drei Zahlen</h1><p>" + body
        + "</p><figure><img src=a.jpg><figcaption>Attrappe: Rieke Tambour vor der Presse. Foto: Archiv</figcaption></figure><p>" + body + body
        + "</p><p>" + body + "Rieke Tambour hat die Liste vom Montag eingeführt und pflegt sie seit vier Jahren.</p><p>" + body + body
        + "</p></article></main><section class=\"related-teasers\"><h2>Lesen Sie auch</h2><a href=/b>Attrappe: Warum Rieke Tambour keine Bildschirme mag</a></section>"
          "<div id=\"comments\" class=\"comments-area\"><h3>1 Kommentar</h3><div class=\"comment\"><p>Attrappe: Rieke Tambour hat bei uns auch einmal eine solche Liste eingeführt, und alle haben gelacht.</p></div></div>"
          "<footer><p>Attrappe: Verantwortlich im Sinne des Presserechts: Rieke Tambour</p></footer></body></html>";
    auto const found = quoted(html, false, nullptr, 9, "page.html");
    BOOST_TEST(any_has(found, "Liste vom Montag"));
    BOOST_TEST(!any_has(found, "Attrappe"));
}

BOOST_AUTO_TEST_CASE(nobody_is_quoted_where_nobody_is_named)
{
    BOOST_TEST(quoted("Ein Satz über niemanden, der trotzdem lang genug ist.").empty());
}

BOOST_AUTO_TEST_SUITE_END()
