// SPDX-License-Identifier: MIT
#include "import/dialect.hpp"

#include "import/delimited.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(dialect)

struct Case {
    std::string text;
    char delimiter;
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << delimiter_word(c.delimiter) << " in " << c.text; }

Case const cases[] = {
    {"Name,Firma\nA B,C\nD E,F\n", ','},
    {"Name;Firma\nBerg, Anna;C\nTal, Ben;F\n", ';'},
    {"Name\tFirma\nBerg, Anna\tC; D\nTal, Ben\tF\n", '\t'},
    {"Titel\n\nStand: 1.1.\nName;Ort;Land\nA;B;C\nD;E;F\nG;H;I\n", ';'},
    {"\"a;b\",c\n\"d;e\",f\n\"g;h\",i\n", ','},
    {"sep=|\na|b\nc|d\n", '|'},
};

BOOST_DATA_TEST_CASE(the_delimiter_is_found_from_the_rows, data::make(cases), c)
{
    BOOST_TEST(find_dialect(c.text).delimiter == c.delimiter);
}

BOOST_AUTO_TEST_CASE(the_users_delimiter_is_followed)
{
    BOOST_TEST(find_dialect("a,b\nc,d\n", ';').delimiter == ';');
}

BOOST_AUTO_TEST_CASE(old_macs_end_lines_with_a_carriage_return)
{
    BOOST_TEST(find_dialect("Name,Ort\rAnna,Ulm\rBen,Jena\r").line_end == '\r');
    BOOST_TEST(find_dialect("Name,Ort\r\nAnna,Ulm\r\n").line_end == '\n');
    BOOST_TEST(find_dialect("Name,Ort\n\"An\rna\",Ulm\nBen,Jena\n").line_end == '\n');
}

BOOST_AUTO_TEST_SUITE_END()
