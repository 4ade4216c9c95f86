// SPDX-License-Identifier: MIT
#include "identity/organisation.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(organisation)

namespace {

struct Case {
    char const* written;
    char const* core;
    char const* legal;
    char const* unit = "";
    char const* acronym = "";
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.written; }

Case const cases[] = {
    {"Holmwerk GmbH", "Holmwerk", "GmbH"},
    {"Holmwerk Gesellschaft mit beschränkter Haftung", "Holmwerk", "GmbH"},
    {"HOLMWERK GMBH&CO.KG", "HOLMWERK", "GmbH & Co. KG"},
    {"Holmwerk G.m.b.H. und Co. Kommanditgesellschaft", "Holmwerk", "GmbH & Co. KG"},
    {"Holm & Söhne OHG", "Holm & Söhne", "OHG"},
    {"Holmwerk UG (haftungsbeschränkt)", "Holmwerk", "UG"},
    {"AB Holmverk", "Holmverk", "AB"},
    {"Holm Holdings, Inc.", "Holm Holdings", "Inc."},
    {"Holmwerk AG, Abteilung Einkauf", "Holmwerk", "AG", "Abteilung Einkauf"},
    {"Holmwerk AG Niederlassung Wien", "Holmwerk", "AG", "Niederlassung Wien"},
    {"Holmstädter Institut für Technik (HIT)", "Holmstädter Institut für Technik", "", "", "HIT"},
    {"Die Woche", "Die Woche", ""},
    {"c/o Holmwerk AG", "Holmwerk", "AG"},
    {"Talbach SE & Co. KGaA", "Talbach", "SE & Co. KGaA"},
    {"Lebenshilfe Nordtal gGmbH", "Lebenshilfe Nordtal", "gGmbH"},
    {"Wohnbau Nordtal e.G.", "Wohnbau Nordtal", "eG"},
    {"Lagerhaus Oberland e.Gen.", "Lagerhaus Oberland", "eGen"},
    {"Kulturwerk, Stiftung des öffentlichen Rechts", "Kulturwerk", "Stiftung des öffentlichen Rechts"},
    {"Spitalverband, Anstalt des öffentlichen Rechts", "Spitalverband", "AöR"},
    {"Fiduciaire du Lac Sàrl", "Fiduciaire du Lac", "Sàrl"},
    {"Precizní stroje a.s.", "Precizní stroje", "a.s."},
    {"Nordlys Energi A/S", "Nordlys Energi", "A/S"},
    {"Wessel Rechtsanwälte PartG mbB", "Wessel Rechtsanwälte", "PartG mbB"},
    {"Sanatorium Seeblick Ges.m.b.H.", "Sanatorium Seeblick", "GmbH"},
    {"Förderverein Lagertechnik e.V.", "Förderverein Lagertechnik", "e.V."},
    {"Holmer Metallbau Ges.m.b.H. & Co KG", "Holmer Metallbau", "GmbH & Co. KG"},
    {"Holmwerk GmbH i.G.", "Holmwerk", "GmbH"},
    {"Holmwerk AG in Liquidation", "Holmwerk", "AG"},
    {"ООО Холмверк", "Холмверк", "ООО"},
    {"霍姆机械有限公司", "霍姆机械", "有限公司"},
    {"Talleres Ibarrondo, S.L.", "Talleres Ibarrondo", "S.L."},
    {"Grupo Peñalara S.A. de C.V.", "Grupo Peñalara", "S.A. de C.V."},
    {"Ege Dokum Ltd. Şti.", "Ege Dokum", "Ltd. Şti."},
    {"Shenzhen Lanhai Technology Co., Ltd.", "Shenzhen Lanhai Technology", "Co., Ltd."},
    {"Blumen Talbach, Inh. Petra Holm e.K.", "Blumen Talbach", "e.K."},
    {"vormals Talbach AG", "Talbach", "AG"},
    {"Holmwerk AG (vormals Talbach KG)", "Holmwerk", "AG"},
    {"Institut für Antriebstechnik, Technische Universität Holmstadt", "Technische Universität Holmstadt", "", "Institut für Antriebstechnik"},
    {"Department of Physics, University of Northgate", "University of Northgate", "", "Department of Physics"},
    {"Universität Holmstadt, Institut für Antriebstechnik", "Universität Holmstadt", "", "Institut für Antriebstechnik"},
    {"Holmstädter Institut für Technik (HIT), Abteilung Pumpen", "Holmstädter Institut für Technik", "", "Abteilung Pumpen", "HIT"},
    {"HIT - Holmstädter Institut für Technik", "Holmstädter Institut für Technik", "", "", "HIT"},
    {"Verband Holmstädter Ingenieure VHI", "Verband Holmstädter Ingenieure", "", "", "VHI"},
    {"International Association of Pump Fitters Local 2838", "International Association of Pump Fitters", "", "Local 2838"},
};

struct Pair {
    char const* a;
    char const* b;
    bool same;
};

std::ostream& operator<<(std::ostream& out, Pair const& p) { return out << p.a << " / " << p.b; }

Pair const pairs[] = {
    {"Holmwerk GmbH", "Holmwerk AG", true},
    {"Holmwerk GmbH", "HOLMWERK", true},
    {"Müller & Söhne KG", "Mueller und Soehne", true},
    {"Technische Universität Holmstadt", "TU Holmstadt", true},
    {"Holmwerk AG", "Holmwerk Energy AG", false},
    {"", "", false},
};

} // namespace

BOOST_DATA_TEST_CASE(an_organisation_is_taken_apart, boost::unit_test::data::make(cases), c)
{
    auto const parsed = parse_organisation(c.written);
    BOOST_TEST(parsed.core == c.core);
    BOOST_TEST(parsed.legal_form == c.legal);
    BOOST_TEST(parsed.unit == c.unit);
    BOOST_TEST(parsed.acronym == c.acronym);
}

BOOST_AUTO_TEST_CASE(the_town_is_what_the_name_or_the_unit_says)
{
    BOOST_TEST(parse_organisation("Bergbahnen Silberhorn AG, Chur").place == "Chur");
    BOOST_TEST(parse_organisation("Holmwerk GmbH (Ulm)").place == "Ulm");
    BOOST_TEST(parse_organisation("Holmwerk AG Niederlassung Wien").place == "Wien");
    BOOST_TEST(parse_organisation("Stadtwerke Leipzig").place == "Leipzig");
    BOOST_TEST(parse_organisation("Holmwerk GmbH").place.empty());
}

BOOST_DATA_TEST_CASE(two_writings_are_one_house_or_not, boost::unit_test::data::make(pairs), p)
{
    BOOST_TEST(same_organisation(p.a, p.b) == p.same);
    BOOST_TEST(same_organisation(p.b, p.a) == p.same);
}

BOOST_AUTO_TEST_CASE(nobody_has_no_organisation)
{
    for (auto const* text : {"n/a", "-", "selbstständig", ""}) {
        BOOST_TEST(parse_organisation(text).core.empty());
        BOOST_TEST(organisation_likelihood(text) == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_person_is_less_likely_an_organisation_than_a_house_is)
{
    BOOST_TEST(organisation_likelihood("Holmwerk Maschinenbau GmbH") > 0.9);
    BOOST_TEST(organisation_likelihood("Universität Holmstadt") > 0.7);
    BOOST_TEST(organisation_likelihood("Thomas Müller") < 0.2);
    BOOST_TEST(organisation_likelihood("TU Holmstadt") > 0.7);
    BOOST_TEST(organisation_likelihood("Tu Nguyen") < 0.2);
    BOOST_TEST(organisation_likelihood("Hafen Holmstadt") > 0.7);
}

BOOST_AUTO_TEST_SUITE_END()
