// SPDX-License-Identifier: MIT
// A sum of small decision trees over named signals, kept as a table in data/models.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Gradient boosted trees (Friedman 2001) for a yes-or-no question.
class TreeModel {
public:
    /// Reads the rows "signal, threshold, left, right, value" of a table: one row per node, a tree
    /// begins at a row whose signal is "tree"; a leaf's signal is "leaf". `left` (signal at or below
    /// the threshold) and `right` count nodes from the tree's first. `names` are the columns of the
    /// rows to be judged. Throws Error (usage) if a signal has no column or the table is torn.
    TreeModel(std::string_view table, std::span<std::string const> names);

    /// The probability of yes, 0 to 1.
    double probability(std::span<float const> row) const;

private:
    struct Node {
        float value;          ///< threshold, or a leaf's value
        std::uint16_t column; ///< `leaf` for one
        std::uint16_t left;
        std::uint16_t right;
    };
    static constexpr std::uint16_t leaf = 0xffff;

    void add(std::vector<std::string_view> const& row, std::span<std::string const> names);
    void check() const;

    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_trees; ///< index of each tree's first node
    double m_start = 0;
};

} // namespace knowwho
