// SPDX-License-Identifier: MIT
#include "identity/boosted_trees.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(boosted_trees)

namespace {

BoostedTrees one_split()
{
    auto trees = BoostedTrees{};
    trees.set_bias(0.5);
    trees.add_tree({{0, 1.5F, 1}, {-1, -2, 0}, {-1, 3, 0}});
    return trees;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_row_goes_left_below_the_threshold)
{
    BOOST_TEST(one_split().score(std::vector<float>{1}) == -1.5);
    BOOST_TEST(one_split().score(std::vector<float>{1.5F}) == 3.5);
}

BOOST_AUTO_TEST_CASE(many_rows_score_as_each_alone)
{
    auto trees = one_split();
    trees.add_tree({{1, 0, 1}, {-1, 0.25F, 0}, {0, 4, 3}, {-1, 1, 0}, {-1, 2, 0}});
    auto rows = std::vector<std::vector<float>>{{1, -1}, {1.5F, 0}, {5, 1}, {}};
    for (auto i = 0; i < 40; ++i) { // more than go down side by side
        rows.push_back({0.1F * static_cast<float>(i), 1 - static_cast<float>(i % 3)});
    }
    auto const together = trees.scores(rows);
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        BOOST_TEST(together[i] == trees.score(rows[i]));
    }
}

/// One side of the tree is as deep as said: a row goes down until a feature is below 0.5.
BoostedTrees chain(int depth)
{
    auto nodes = std::vector<BoostedTrees::Node>{};
    for (auto level = 0; level < depth; ++level) {
        nodes.push_back({level, 0.5F, 2 * level + 1});
        nodes.push_back({-1, static_cast<float>(level), 0});
    }
    nodes.push_back({-1, 100, 0});
    auto trees = BoostedTrees{};
    trees.add_tree(nodes);
    return trees;
}

BOOST_AUTO_TEST_CASE(a_row_finds_its_leaf_in_trees_of_any_depth_up_to_a_bound)
{
    for (auto depth = 0; depth <= 12; ++depth) {
        for (auto ones = 0; ones <= depth; ++ones) {
            auto row = std::vector<float>(static_cast<std::size_t>(depth), 0);
            std::fill_n(row.begin(), ones, 1.0F);
            BOOST_TEST(chain(depth).score(row) == (ones == depth ? 100 : ones));
        }
    }
    BOOST_TEST(chain(13).empty());
}

BOOST_AUTO_TEST_CASE(a_table_reads_back_as_it_was_written)
{
    auto const table = one_split().to_table();
    BOOST_TEST(BoostedTrees{table}.to_table() == table);
    BOOST_TEST(BoostedTrees{table}.score(std::vector<float>{9}) == 3.5);
}

BOOST_AUTO_TEST_CASE(a_broken_table_gives_no_endless_walk)
{
    BOOST_TEST(BoostedTrees{"tree\n0\t1\t0\nleaf\t1\n"}.empty());
    BOOST_TEST(BoostedTrees{"tree\n0\t1\t7\n"}.empty());
    BOOST_TEST(BoostedTrees{"tree\n2000000000\t1\t1\nleaf\t1\nleaf\t2\n"}.empty()); // nobody has that many features
    BOOST_TEST(BoostedTrees{"rubbish"}.empty());
}

BOOST_AUTO_TEST_CASE(a_row_that_is_too_short_goes_right)
{
    BOOST_TEST(one_split().score(std::vector<float>{}) == 3.5);
}

BOOST_AUTO_TEST_SUITE_END()
