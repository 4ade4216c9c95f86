// SPDX-License-Identifier: MIT
// Scores a row of numbers with trees that were grown by gradient boosting; reads and writes them as a table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

    bool empty() const noexcept { return m_trees.empty(); }

    /// The sum over all trees and the bias: log odds. `row` has every feature that the trees ask for.
    double score(std::vector<float> const& row) const;

    /// The same of several rows of one width: quicker, since each tree is fetched once for all.
    std::vector<double> scores(std::span<std::vector<float> const> rows) const;

    /// Adds another sum with a share of its say: the mean of several is steadier than each.
    void add_share(BoostedTrees const& other, double share);

    void set_bias(double bias) { m_bias = bias; }
    void add_tree(std::vector<Node> nodes); ///< node 0 is the root; children stand behind their parent

    /// One line per node: tree, feature (or "leaf"), value, left child.
    std::string to_table() const;

private:
    /// Whether a feature is not below a threshold: right or left? Many nodes ask the same.
    struct Question {
        std::uint32_t feature = 0;
        float threshold = 0;
    };

    /// A tree filled up so that every leaf lies at its full depth: the children of the question at place p, from 1,
    /// stand at 2p and 2p + 1. So a processor has nothing to guess.
    struct FullTree {
        int depth = 0;
        std::size_t asked = 0;  ///< of m_asked, place 0
        std::size_t leaves = 0; ///< of m_leaves, the leftmost
    };

    static constexpr std::size_t abreast = 16; ///< rows that go down a tree side by side
    using Answers = std::array<std::uint8_t, abreast>;
    using Column = std::array<float, abreast>;

    void fill_up(std::vector<Node> const& nodes);
    std::uint32_t number_of(Question const& question);
    std::vector<Column> columns_of(std::span<std::vector<float> const> rows) const;
    void answer(std::vector<Column> const& columns, std::vector<Answers>& answers) const;
    void add_leaves(std::vector<Answers> const& answers, std::span<double> sums) const;

    std::vector<std::vector<Node>> m_trees;
    std::vector<FullTree> m_full_trees;
    std::vector<std::uint32_t> m_asked; ///< where the answers to each question start
    std::vector<float> m_leaves;
    std::vector<Question> m_questions;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_numbers; ///< of questions, by feature and the bits of the threshold
    std::size_t m_features = 0; ///< that the trees ask for
    double m_bias = 0;
};

} // namespace knowwho
