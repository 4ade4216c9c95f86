// SPDX-License-Identifier: MIT
// A source's piece as a page: what of it is quoted. All people are invented.
#include "enrich/source_page.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(source_page)
namespace {

FoundPiece paper()
{
    auto found = FoundPiece{};
    found.piece.title = "Kerben im Wälzlager";
    found.piece.paragraphs = {"Anna Ährenfeld (TH Oberweser); Jens Redlich"};
    found.piece.people = {"Anna Ährenfeld", "Jens Redlich"};
    found.name = "Anna Ährenfeld";
    found.signals = {{"organisation", "TH Oberweser"}};
    found.address = "https://quelle.example/suche?q=1";
    return found;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_record_helps_to_decide_and_is_not_quoted)
{
    auto const piece = read_piece(paper());
    auto const& text = piece.reading.page.text;
    BOOST_TEST(text.ends_with("Anna Ährenfeld: TH Oberweser"));
    auto const record = TextRange{piece.quotable_end + 1, text.size()};
    auto const quotes = quotes_of(piece, {record});
    BOOST_REQUIRE(quotes.size() == 1);
    BOOST_TEST(quotes[0].of(text) == "Kerben im Wälzlager");
}

BOOST_AUTO_TEST_CASE(a_list_of_authors_is_no_quote)
{
    auto const piece = read_piece(paper());
    auto const& line = piece.reading.lines.at(1);
    auto const quotes = quotes_of(piece, {{line.begin, line.end}});
    BOOST_REQUIRE(quotes.size() == 1);
    BOOST_TEST(quotes[0].of(piece.reading.page.text) == "Kerben im Wälzlager");
}

BOOST_AUTO_TEST_CASE(a_piece_without_a_link_is_pointed_at_in_the_answer)
{
    BOOST_TEST(read_piece(paper()).reading.page.address == "https://quelle.example/suche?q=1#:~:text=Kerben%20im%20W%C3%A4lzlager");
    auto long_one = paper();
    long_one.piece.title = std::string(79, 'x') + "ä"; // 80 bytes end inside the last letter
    BOOST_TEST(read_piece(long_one).reading.page.address == "https://quelle.example/suche?q=1#:~:text=" + std::string(79, 'x'));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
