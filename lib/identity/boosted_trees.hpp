// SPDX-License-Identifier: MIT
// Scores a row of numbers with trees that were grown by gradient boosting; reads and writes them as a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A sum of small decision trees. Each inner node sends a row left if its feature is below the threshold.
class BoostedTrees {
public:
    struct Node {
        std::int32_t feature = -1; ///< -1 for a leaf
        float value = 0;           ///< threshold, or what a leaf adds
        std::int32_t left = 0;     ///< index of the left child; the right one follows it
    };

    BoostedTrees() = default;

    /// Reads to_table()'s form; lines starting with # are comments. What does not fit gives no trees.
    explicit BoostedTrees(std::string_view table);

    bool empty() const noexcept { return m_roots.empty(); }

    /// The sum over all trees and the bias: log odds. `row` has every feature that the trees ask for.
    double score(std::span<float const> row) const;

    /// The same of several rows of one width: quicker, since each tree is fetched once for all.
    std::vector<double> scores(std::span<std::vector<float> const> rows) const;

    /// Adds another sum with a share of its say: the mean of several is steadier than each.
    void add_share(BoostedTrees const& other, double share);

    void set_bias(double bias) { m_bias = bias; }
    void add_tree(std::vector<Node> const& nodes); ///< node 0 is the root

    /// One line per node: tree, feature (or "leaf"), value, left child.
    std::string to_table() const;

private:
    double leaf(std::int32_t root, std::span<float const> row) const;
    void add_steps(std::int32_t root);

    /// A node of a tree that is walked down to its full depth, whatever the row: a leaf leads to itself. So a
    /// processor has nothing to guess, and several rows go down side by side.
    struct Step {
        std::int32_t feature = 0;
        float threshold = 0;
        std::int32_t left = 0;
    };

    std::vector<Node> m_nodes;
    std::vector<Step> m_steps; ///< one per node
    std::vector<std::int32_t> m_roots;
    std::vector<int> m_depths; ///< of each tree
    std::size_t m_features = 0; ///< that the trees ask for
    double m_bias = 0;
};

} // namespace knowwho
