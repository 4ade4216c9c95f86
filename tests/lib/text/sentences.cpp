// SPDX-License-Identifier: MIT
// Tests of the sentence borders, as a table: a bar stands where one sentence ends.
#include "text/sentences.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(sentences)

namespace {

using namespace knowwho;

std::string joined(std::string const& text)
{
    std::string result;
    for (auto const range : split_sentences(text)) {
        result += result.empty() ? "" : "|";
        result += range.of(text);
    }
    return result;
}

/// The text with bars for the borders; the input has a blank in their place.
char const* const cases[] = {
    "Sie leitet das Werk.|Er leitet den Einkauf.",
    "Dr. Anna Weber spricht am 3. März in Halle 2.|Danach gibt es Kaffee.",
    "Viele Hersteller, z. B. im Maschinenbau, messen schon.|Andere warten.",
    "Die Fa. K. Huber u. Co. liefert Getriebe.",
    "Nach Angaben von Prof. Dr.-Ing. M. Krause sinken die Kosten um ca. 20 Prozent.",
    "Im 19. Jahrhundert war das anders.|Die 2. Auflage erschien 2019.|Danach kam nichts mehr.",
    "„Wir fangen klein an.“|Das sagt Weber gern.",
    "„Wirklich?“ fragte sie.|Er nickte!",
    "Sensoren, Getriebe usw.|Das reicht.",
    "She joined Acme Inc. in 2019.|The U.S. market followed.",
    "Mr. J. R. Smith met Ms. Lee at 5 p.m. yesterday.|They talked.",
    "\"It works,\" she said.|\"Now we scale.\"|Nobody laughed.",
    "We measured 3.5 mm and version 2.0.1 of the tool.|It held.",
    "Wait… what?|Nothing.",
    "Friedrich II. von Preußen kam nicht.",
    "Nach § 3 Abs. 2 Nr. 1 gilt das.|Ausnahmen nennt Art. 5.",
    "Am 1. 4. 2026 begann der Umbau.|Am 2. Mai war er fertig.",
    "Sie kommt am Mo., 3. Nov. 2026, nach Kiel.|Er bleibt.",
    "Bis Ende Dez. 2025 lief das.|Danach nicht mehr.",
    "Der Beitrag (S. 12 ff.) ist kurz.|Der nächste nicht.",
    "Frau Dipl.-Ing. A. Weber, geb. Krause, spricht i. d. R. frei, d. h. ohne Zettel.|Das hilft.",
    "Die 1. und die 2. Schicht lesen ab.|Die 3. Schicht ruht.",
    "Gegen 14.30 Uhr begann es in St. Pölten.|Alle kamen.",
    "Das gilt v. a. im Werk, vgl. Abb. 3, bzw. evtl. auch später.|Mehr sagt sie nicht.",
    "Der Umsatz stieg auf 3,5 Mio. Euro bzw. um ca. 4 v. H. gegenüber 2025.|Das freut.",
    "Ludwig XIV. baute, Papst Johannes XXIII. betete.|So heißt es.",
    "Er studierte u. a. in Kiel.|Sie auch.",
    "Anna Weber, M. Sc., und Jan Krause, B. A., leiten das.|Beide kamen 2024.",
    "Der 3. Oktober ist frei.|Der 4. nicht.",
    "Die Stiftung e. V. mit Sitz in Bad Hersfeld a. d. Fulda hilft.|Gern.",
    "On Jan. 5, 2026 Dr. Lee spoke, e.g. about wear.|Then lunch.",
    "She holds a Ph.D. in physics, i.e. she counts.|He writes.",
    "Smith vs. Jones was no. 5 on the list.|It ended.",
    "Founded by John F. Kerry Jr. and others at approx. 20 sites.|It grew.",
};

} // namespace

BOOST_DATA_TEST_CASE(borders_are_where_a_reader_sees_them, boost::unit_test::data::make(cases), expected)
{
    std::string text = expected;
    for (auto& c : text) {
        c = c == '|' ? ' ' : c;
    }
    BOOST_TEST(joined(text) == expected);
}

BOOST_AUTO_TEST_CASE(a_line_break_ends_a_sentence_and_blanks_belong_to_none)
{
    BOOST_TEST(joined("Überschrift \n\n  Ein Satz. \u00a0 ") == "Überschrift|Ein Satz.");
}

BOOST_AUTO_TEST_CASE(nothing_and_bad_bytes_do_no_harm)
{
    BOOST_TEST(joined("").empty());
    BOOST_TEST(joined("\xe2\x80. \xff. A\xc3").size() > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
