// SPDX-License-Identifier: MIT
#include "import/event_title.hpp"

#include "import/read_list.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(event_title)

using namespace knowwho;

struct TitleCase {
    std::vector<std::string> titles;
    std::string name;

    friend std::ostream& operator<<(std::ostream& out, TitleCase const& one) { return out << (one.titles.empty() ? "nothing" : one.titles.front()); }
};

TitleCase const title_cases[] = {
    {{"Pumpentag 2026", "Teilnehmerliste (nur für Teilnehmende, Halle, 3.–4.5.2026)", "Stand: 18.4.2026"}, "Pumpentag 2026"},
    {{"Teilnehmerliste – Walzwerkforum Brache (Stand: 3. Mai)"}, "Walzwerkforum Brache"},
    {{"Stand: 18.4.2026", "Liste der Teilnehmer", "14. Jahrestagung der Pumpenbauer"}, "14. Jahrestagung der Pumpenbauer"},
    {{"Attendees | Gear Summit 2026 | Whatnot"}, "Gear Summit 2026"},
    {{"List of participants of the Nordic Valve Conference"}, "Nordic Valve Conference"},
    {{"RustCon Halle Attendee List"}, "RustCon Halle"},
    {{"Teilnehmerliste"}, ""},
    {{"2026"}, ""},
    {{"Vertraulich, nicht weitergeben"}, ""},
    {{"Wir freuen uns sehr, dass so viele von Ihnen in diesem Jahr wieder zu unserer schönen Tagung an die Saale kommen"}, ""},
    {{}, ""},
};

BOOST_DATA_TEST_CASE(names_the_event_and_not_the_list, boost::unit_test::data::make(title_cases), one)
{
    BOOST_TEST(knowwho::event_title(one.titles) == one.name);
}

BOOST_AUTO_TEST_CASE(titles_are_what_stands_above_the_header_and_what_a_page_is_called)
{
    auto const csv = read_list("a.csv", "Pumpentag 2026;;\nStand: heute;;\n\nVorname;Nachname;Firma\nAda;Amsel;Pumpenwerk GmbH\nBert;Buche;Walzwerk AG\n", {}, {});
    BOOST_TEST(csv.titles == (std::vector<std::string>{"Pumpentag 2026", "Stand: heute"}), boost::test_tools::per_element());
    auto const html = read_list("a.html", "<!DOCTYPE html><title>Attendees | Gear Summit</title><h1>Who <i>is</i>\n coming</h1><table><tr><th>Name<th>Company<tr><td>Ada Amsel<td>Pumpenwerk GmbH<tr><td>Bert Buche<td>Walzwerk AG</table>", {}, {});
    BOOST_TEST(html.titles == (std::vector<std::string>{"Attendees | Gear Summit", "Who is coming"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
