// SPDX-License-Identifier: MIT
#include "text/lexicon.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {

BOOST_AUTO_TEST_SUITE(lexicon)

BOOST_AUTO_TEST_CASE(rows_are_tab_separated_and_comments_and_blank_lines_do_not_count)
{
    auto const rows = read_rows("# head\r\n\na\tb\r\nc\t\t#d\n");
    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST((rows[0] == std::vector<std::string_view>{"a", "b"}));
    BOOST_TEST((rows[1] == std::vector<std::string_view>{"c", "", "#d"}));
}

BOOST_AUTO_TEST_CASE(a_last_line_without_an_end_counts)
{
    BOOST_TEST(read_rows("a\nb").size() == 2);
    BOOST_TEST(read_rows("").empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
