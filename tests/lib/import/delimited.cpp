// SPDX-License-Identifier: MIT
#include "import/delimited.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <ostream>

using namespace knowwho;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(delimited)

/// Cells joined by ¦, rows by ¶.
std::string cut(std::string_view text, std::vector<Problem>& problems)
{
    Texts texts;
    auto const table = split_delimited(text, Dialect{}, texts, problems);
    std::string result;
    for (auto const& row : table.rows) {
        std::string line;
        for (auto const cell : table.cells_of(row)) {
            line.append(line.empty() && cell.data() == table.cells_of(row)[0].data() ? "" : "¦").append(cell);
        }
        result += line + "¶";
    }
    return result;
}

struct Case {
    std::string text;
    std::string cells;
};

std::ostream& operator<<(std::ostream& out, Case const& c) { return out << c.text; }

Case const cases[] = {
    {"a,b\nc,d\n", "a¦b¶c¦d¶"},
    {"a,b\r\nc,d", "a¦b¶c¦d¶"},
    {"a,,\n", "a¦¦¶"},
    {"\"a,b\",c\n", "a,b¦c¶"},
    {"\"say \"\"hi\"\"\",c\n", "say \"hi\"¦c¶"},
    {"\"two\nlines\",c\nd,e\n", "two\nlines¦c¶d¦e¶"},
    {"a, \"b, c\" ,d\n", "a¦b, c¦d¶"},
    {"\"Fa. \"Muster\" AG\",c\n", "Fa. \"Muster\" AG¦c¶"},
    {"\"\",\"\"\"\"\n", "¦\"¶"},
    {"\"a\rb\",c\n", "a\rb¦c¶"},
};

BOOST_DATA_TEST_CASE(text_is_cut_into_cells, data::make(cases), c)
{
    std::vector<Problem> problems;
    BOOST_TEST(cut(c.text, problems) == c.cells);
    BOOST_TEST(problems.empty());
}

BOOST_AUTO_TEST_CASE(a_quote_that_never_closes_is_a_plain_character_and_a_problem)
{
    std::vector<Problem> problems;
    BOOST_TEST(cut("a,b\n\"Berg,c\nd,e\n", problems) == "a¦b¶\"Berg¦c¶d¦e¶");
    BOOST_REQUIRE(problems.size() == 1);
    BOOST_TEST(problems[0].line == 2);
}

BOOST_AUTO_TEST_CASE(a_stray_quote_does_not_swallow_the_rows_that_follow)
{
    std::vector<Problem> problems;
    BOOST_TEST(cut("\"Berg,c\nd,\"e\"\nf,g\n", problems) == "\"Berg¦c¶d¦e¶f¦g¶");
    BOOST_TEST(problems.size() == 1);
}

BOOST_AUTO_TEST_CASE(rows_know_their_line_behind_cells_with_line_breaks)
{
    std::vector<Problem> problems;
    Texts texts;
    auto const table = split_delimited("a,\"b\nb\nb\"\nc,d\n", Dialect{}, texts, problems);
    BOOST_REQUIRE(table.rows.size() == 2);
    BOOST_TEST(table.rows[1].line == 4);
}

BOOST_AUTO_TEST_CASE(hostile_quotes_and_widths_stay_within_bounds)
{
    std::string quotes;
    for (int index = 0; index < 300000; ++index) {
        quotes += "\"x,\"\n";
    }
    std::vector<Problem> problems;
    Texts texts;
    auto const begin = std::chrono::steady_clock::now();
    split_delimited(quotes, Dialect{}, texts, problems);
    auto const wide = split_delimited(std::string(2000000, ','), Dialect{}, texts, problems);
    BOOST_TEST(wide.width() <= 16384u);
    BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(20)));
}

BOOST_AUTO_TEST_SUITE_END()
