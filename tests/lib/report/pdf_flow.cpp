// SPDX-License-Identifier: MIT
// Blocks over pages: nothing split, no heading alone.
#include "report/pdf_flow.hpp"

#include <boost/test/unit_test.hpp>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(pdf_flow)

namespace {

SheetPiece block(double height, bool with_next = false)
{
    SheetPiece out;
    out.height = height;
    out.with_next = with_next;
    return out;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_block_that_does_not_fit_starts_a_page)
{
    auto const placed = paginate({block(60), block(50), block(50)}, 100);
    BOOST_TEST(placed[0].page == 0u);
    BOOST_TEST(placed[1].page == 1u);
    BOOST_TEST(placed[2].page == 1u);
    BOOST_TEST(placed[2].y == 50);
}

BOOST_AUTO_TEST_CASE(a_heading_goes_with_what_follows)
{
    auto const placed = paginate({block(80), block(10, true), block(20)}, 100);
    BOOST_TEST(placed[1].page == 1u);
    BOOST_TEST(placed[1].y == 0);
    BOOST_TEST(placed[2].page == 1u);
}

BOOST_AUTO_TEST_CASE(space_above_is_dropped_at_the_top_of_a_page)
{
    SheetPiece spaced = block(50);
    spaced.before = 20;
    auto const placed = paginate({spaced, spaced, spaced}, 120);
    BOOST_TEST(placed[0].y == 0);
    BOOST_TEST(placed[1].y == 70);
    BOOST_TEST(placed[2].y == 0);
    BOOST_TEST(placed[2].page == 1u);
}

BOOST_AUTO_TEST_CASE(a_stretching_block_pushes_what_follows_to_the_foot)
{
    SheetPiece lines = block(10);
    lines.stretch = true;
    SheetPiece next = block(30);
    next.new_page = true;
    auto const placed = paginate({block(20), lines, block(15), next}, 100);
    BOOST_TEST(placed[1].height == 65);
    BOOST_TEST(placed[2].y == 85);
    BOOST_TEST(placed[3].page == 1u);
    BOOST_TEST(placed[3].height == 30);
}

BOOST_AUTO_TEST_CASE(blocks_higher_than_a_page_end)
{
    auto const placed = paginate({block(500), block(10, true), block(500), block(10)}, 100);
    BOOST_TEST(placed.size() == 4u);
    BOOST_TEST(placed[3].page >= 2u);
}

BOOST_AUTO_TEST_SUITE_END()
