// SPDX-License-Identifier: MIT
#include "follow_up/notes_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(notes_reader)
namespace {

std::vector<Problem> problems;

std::vector<WrittenNote> notes(std::string const& text)
{
    problems.clear();
    return read_notes(text, "notes.md", problems);
}

} // namespace

BOOST_AUTO_TEST_CASE(a_german_page_is_read)
{
    auto const all = notes("# Wenke Thode\nOrt: Hannover\nDatum: 2026-11-26\n- Vorgestellt durch: Ines Overkamp\n"
                           "Versprochen: Benchmark bis 2026-12-01\nMir versprochen: Kontakt\nSympathie: 4\nNächster Schritt: Telefonat\n"
                           "Alte Pressen.\nNeue Sensoren.\n\n## Ottokar Bense\nNeu: ja\nFirma: Sparkasse\n");
    BOOST_TEST(problems.empty());
    BOOST_REQUIRE_EQUAL(all.size(), 2);
    BOOST_TEST(all[0].who == "Wenke Thode");
    BOOST_TEST(all[0].encounter.place == "Hannover");
    BOOST_TEST((all[0].on == PartialDate{2026, 11, 26}));
    BOOST_TEST(all[0].introduced_by == "Ines Overkamp");
    BOOST_REQUIRE_EQUAL(all[0].promises.size(), 2);
    BOOST_TEST(all[0].promises[0].what == "Benchmark");
    BOOST_TEST(all[0].promises[1].by_them);
    BOOST_TEST(all[0].encounter.sympathy == 4);
    BOOST_TEST(all[0].contact.note == "Alte Pressen. Neue Sensoren.");
    BOOST_TEST(all[0].encounter.talked.empty());
    BOOST_TEST(all[1].newcomer);
    BOOST_TEST(all[1].contact.organisation == "Sparkasse");
}

BOOST_AUTO_TEST_CASE(a_house_in_brackets_is_no_part_of_the_name)
{
    auto const all = notes("# Wenke Thode (Thode GmbH & Co. KG)\nGesprochen: Pressen\n# Ottokar (Otto) Bense\nGesprochen: Zinsen\n");
    BOOST_REQUIRE_EQUAL(all.size(), 2);
    BOOST_TEST(all[0].who == "Wenke Thode");
    BOOST_TEST(all[0].house == "Thode GmbH & Co. KG");
    BOOST_TEST(all[1].who == "Ottokar (Otto) Bense");
    BOOST_TEST(all[1].house.empty());
}

BOOST_AUTO_TEST_CASE(english_keys_and_bold_headings_work_too)
{
    auto const all = notes("**Wenke Thode**\r\nplace: Hanover\r\nPromised: the benchmark by 2026-12-01\r\nnext step: a call\r\n");
    BOOST_TEST(problems.empty());
    BOOST_REQUIRE_EQUAL(all.size(), 1);
    BOOST_TEST(all[0].encounter.next_step == "a call");
    BOOST_TEST(all[0].promises.front().due.has_value());
}

BOOST_AUTO_TEST_CASE(what_is_unclear_is_asked_about_and_nothing_is_lost)
{
    auto const all = notes("Vorwort\n# Wenke Thode\nOtr: Hannover\nDatum: gestern\nSympathie: 9\nFazit: gutes Gespräch\n");
    BOOST_REQUIRE_EQUAL(all.size(), 1);
    BOOST_TEST(all[0].contact.note == "Otr: Hannover Fazit: gutes Gespräch");
    BOOST_REQUIRE_EQUAL(problems.size(), 4);
    BOOST_TEST(problems[1].advice == "did you mean 'ort:'?");
    BOOST_TEST(problems[1].line == 3);
}

BOOST_AUTO_TEST_CASE(what_was_talked_about_is_told_from_what_one_thinks)
{
    auto const all = notes("# Wenke Thode\n- Gesprochen über Lagerschäden an Presse 9, will 2027 umrüsten.\n- war in Eile\n- Versprochen - Studie schicken\n"
                           "Lager - und alles andere\nGeburtstag: 17.5.1980\nDatum: 26.11.2026\n");
    BOOST_TEST(problems.empty());
    BOOST_REQUIRE_EQUAL(all.size(), 1);
    BOOST_TEST(all[0].encounter.talked == "Lagerschäden an Presse 9");
    BOOST_TEST(all[0].contact.note == "will 2027 umrüsten war in Eile Lager - und alles andere");
    BOOST_REQUIRE_EQUAL(all[0].promises.size(), 1);
    BOOST_TEST(all[0].promises[0].what == "Studie schicken");
    BOOST_TEST(all[0].contact.birthday == "1980-05-17");
    BOOST_TEST((all[0].on == PartialDate{2026, 11, 26}));
}

BOOST_AUTO_TEST_CASE(hostile_pages_end)
{
    using namespace std::string_literals;
    BOOST_TEST(notes("").empty());
    BOOST_TEST(notes("#\n##\n").empty());
    BOOST_TEST(notes("# A\n" + std::string(5'000'000, 'x')).size() == 1);
    BOOST_TEST(notes("# A\0B\n\xff\xfe: \n"s).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
