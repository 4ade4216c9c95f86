// SPDX-License-Identifier: MIT
// Tests of finding roster names in text: which forms are found, and which are not.
#include "enrich/mentions.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

BOOST_AUTO_TEST_SUITE(mentions)

namespace {

using namespace knowwho;

Attendance somebody(std::string given, std::string family)
{
    Attendance attendance;
    attendance.row.name.given = std::move(given);
    attendance.row.name.family = std::move(family);
    return attendance;
}

std::vector<Attendance> const roster = {
    somebody("Anna", "Weber"),          somebody("Jürgen", "von der Mühlen"), somebody("Özlem", "Ahlers-Nötzel"),
    somebody("Anna Lena", "Weber"),     somebody("Thomas", "Groß"),
};

struct Case {
    std::string text;
    std::string found; ///< the mention as written; empty: none
    bool full;
};

std::ostream& operator<<(std::ostream& out, Case const& c)
{
    return out << c.text;
}

Case const cases[] = {
    {"Das sagt Dr. Anna Weber gern.", "Anna Weber", true},
    {"Weber, Anna; Leiterin", "Weber, Anna", true},
    {"Es sprach A. Weber.", "A. Weber", false},
    {"Anna M. Weber kam.", "Anna M. Weber", true},
    {"Jürgen von der Mühlen", "Jürgen von der Mühlen", true},
    {"JUERGEN VON DER MUEHLEN", "JUERGEN VON DER MUEHLEN", true},
    {"Oezlem Ahlers-Noetzel", "Oezlem Ahlers-Noetzel", true},
    {"Jürgen von der Leyden", "", false},
    {"Özlem Ahlers", "", false},
    {"Frau Weber allein", "", false},
    {"Anna. Nein, Weber.", "", false},
    {"anna weber", "", false},
    {"Thomas Gross", "Thomas Gross", true},
    {"Hanna Weber", "", false},
    {"Tomas Groß", "Tomas Groß", false},
    {"Oslem Ahlers-Nötzel", "", false},
};

} // namespace

BOOST_DATA_TEST_CASE(names_are_found_in_the_forms_that_people_write, boost::unit_test::data::make(cases), c)
{
    auto const found = NameIndex{roster}.find(c.text);
    BOOST_TEST_REQUIRE(found.size() == (c.found.empty() ? 0u : 1u));
    if (!found.empty()) {
        BOOST_TEST(found[0].where.of(c.text) == c.found);
        BOOST_TEST(found[0].full == c.full);
    }
}

BOOST_AUTO_TEST_CASE(two_bearers_of_a_name_are_both_named)
{
    auto const found = NameIndex{roster}.find("Anna Weber");
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].bearers == (std::vector<std::size_t>{0, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_full_name_keeps_its_bearer_where_half_a_name_overlaps_it)
{
    std::vector<Attendance> const two{somebody("Anna", "Weber"), somebody("M.", "Weber")};
    auto const found = NameIndex{two}.find("Anna Weber, M. Schmidt");
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].bearers == (std::vector<std::size_t>{0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_family_name_alone_is_found_for_one_bearer)
{
    std::string const text = "Weber misst. Frau Weber lacht. Das Gewebe nicht.";
    BOOST_TEST(NameIndex{roster}.find_family(text, 0).size() == 2u);
}

BOOST_AUTO_TEST_CASE(bad_bytes_do_no_harm)
{
    BOOST_TEST(NameIndex{roster}.find("\xff\xfe" "Anna\xc3 Weber \xf0\x9f").size() <= 1u);
    BOOST_TEST(NameIndex{{}}.find("Anna Weber").empty());
}

BOOST_AUTO_TEST_SUITE_END()
