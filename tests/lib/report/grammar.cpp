// SPDX-License-Identifier: MIT
// German cases by table.
#include "report/grammar.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(grammar)

namespace {

struct Organisation {
    char const* written;
    char const* at;
    char const* of;
    char const* about;
};

std::ostream& operator<<(std::ostream& out, Organisation const& c)
{
    return out << c.written;
}

Organisation const organisations[] = {
    {"Ebersteig Hydraulik GmbH & Co. KG", "bei Ebersteig Hydraulik", "von Ebersteig Hydraulik", "über Ebersteig Hydraulik"},
    {"Bosch AG", "bei Bosch", "von Bosch", "über Bosch"},
    {"Fachverband Maschinenbau Nord e. V.", "beim Fachverband Maschinenbau Nord", "des Fachverbands Maschinenbau Nord",
        "über den Fachverband Maschinenbau Nord"},
    {"VDMA", "beim VDMA", "des VDMA", "über den VDMA"},
    {"VDMA e.V.", "beim VDMA", "des VDMA", "über den VDMA"},
    {"Technische Hochschule Oberweser", "bei der Technischen Hochschule Oberweser", "der Technischen Hochschule Oberweser",
        "über die Technische Hochschule Oberweser"},
    {"Westfälische Technische Universität", "bei der Westfälischen Technischen Universität",
        "der Westfälischen Technischen Universität", "über die Westfälische Technische Universität"},
    {"Deutsches Institut für Bandkunde", "beim Deutschen Institut für Bandkunde", "des Deutschen Instituts für Bandkunde",
        "über das Deutsche Institut für Bandkunde"},
    {"Deutscher Bund der Müller", "beim Deutschen Bund der Müller", "des Deutschen Bundes der Müller",
        "über den Deutschen Bund der Müller"},
    {"Leinetal Beteiligungsgesellschaft mbH", "bei der Leinetal Beteiligungsgesellschaft",
        "der Leinetal Beteiligungsgesellschaft", "über die Leinetal Beteiligungsgesellschaft"},
    {"Beratungskontor Alsterufer", "beim Beratungskontor Alsterufer", "des Beratungskontors Alsterufer",
        "über das Beratungskontor Alsterufer"},
    {"Stadtwerke Hameln", "bei den Stadtwerken Hameln", "der Stadtwerke Hameln", "über die Stadtwerke Hameln"},
    {"Vereinigte Wasserwerke Nordufer GmbH", "bei den Vereinigten Wasserwerken Nordufer",
        "der Vereinigten Wasserwerke Nordufer", "über die Vereinigten Wasserwerke Nordufer"},
    {"Robert Krull AG", "bei Robert Krull", "von Robert Krull", "über Robert Krull"},
    {"Bundesamt für Stege", "beim Bundesamt für Stege", "des Bundesamtes für Stege", "über das Bundesamt für Stege"},
    {"Sparkasse Hameln", "bei der Sparkasse Hameln", "der Sparkasse Hameln", "über die Sparkasse Hameln"},
    {"Institut Ahrens GbR", "beim Institut Ahrens", "des Instituts Ahrens", "über das Institut Ahrens"},
    {"Autohaus Krull", "beim Autohaus Krull", "des Autohauses Krull", "über das Autohaus Krull"},
    {"GmbH", "bei GmbH", "von GmbH", "über GmbH"},
};

} // namespace

BOOST_DATA_TEST_CASE(organisations_stand_in_the_right_case, data::make(organisations), c)
{
    BOOST_TEST(at_organisation(c.written, Language::german) == c.at);
    BOOST_TEST(of_organisation(c.written, Language::german) == c.of);
    BOOST_TEST(about_organisation(c.written, Language::german) == c.about);
    BOOST_TEST("über " + the_organisation(c.written, Language::german) == c.about);
}

BOOST_AUTO_TEST_CASE(english_needs_a_preposition_only)
{
    BOOST_TEST(at_organisation("Bosch AG", Language::english) == "at Bosch");
    BOOST_TEST(about_organisation("Acme Inc.", Language::english) == "about Acme");
}

BOOST_AUTO_TEST_SUITE_END()
