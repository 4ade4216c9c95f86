// SPDX-License-Identifier: MIT
#include "text/content_line.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(content_line)

BOOST_AUTO_TEST_CASE(long_lines_fold_between_characters)
{
    std::string line;
    for (int i = 0; i < 60; ++i) {
        line += "ü";
    }
    std::string const folded = folded_line("X" + line);
    BOOST_TEST(folded.substr(0, 75) == ("X" + line).substr(0, 75));
    BOOST_TEST(folded.find("\r\n ü") != folded.npos);
    std::string joined;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        bool const fold = folded.compare(i, 3, "\r\n ") == 0;
        i += fold ? 2 : 0;
        joined += fold ? "" : folded.substr(i, 1);
    }
    BOOST_TEST(joined == "X" + line + "\r\n");
}

BOOST_AUTO_TEST_CASE(nothing_in_a_text_ends_its_value)
{
    using namespace std::string_view_literals;
    BOOST_TEST(escaped_text("a\\b;c,d\r\ne\0f"sv) == "a\\\\b\\;c\\,d\\nef");
}

BOOST_AUTO_TEST_SUITE_END()
