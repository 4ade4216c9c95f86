// SPDX-License-Identifier: MIT
#include "report/csv_cell.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

BOOST_AUTO_TEST_SUITE(csv_cell)

namespace {

struct Case {
    char const* text;
    char const* cell;
};

std::ostream& operator<<(std::ostream& stream, Case const& one)
{
    return stream << one.text;
}

Case const cases[] = {
    {"Maren Uhlig", "Maren Uhlig"},
    {"", ""},
    {"Uhlig, Maren", "\"Uhlig, Maren\""},
    {"Uhlig; Maren", "\"Uhlig; Maren\""},
    {"die \"Alte\"", "\"die \"\"Alte\"\"\""},
    {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
    {"+49 511 1", "\"'+49 511 1\""},
    {"-2+3", "\"'-2+3\""},
    {"@SUM(A1)", "\"'@SUM(A1)\""},
    {"\t=1+1", "\"'=1+1\""},
    {"zwei\r\nZeilen", "zwei Zeilen"},
    {"E-Mail = gut", "E-Mail = gut"},
};

} // namespace

BOOST_DATA_TEST_CASE(no_cell_breaks_the_row_or_runs_as_a_formula, boost::unit_test::data::make(cases), one)
{
    BOOST_TEST(knowwho::csv_cell(one.text) == one.cell);
}

BOOST_AUTO_TEST_SUITE_END()
