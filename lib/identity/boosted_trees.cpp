// SPDX-License-Identifier: MIT
#include "identity/boosted_trees.hpp"

#include "text/lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

namespace knowwho {
namespace {

int whole_number(std::string_view text)
{
    auto value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double number(std::string_view text) { return std::strtod(std::string{text}.c_str(), nullptr); }

} // namespace

BoostedTrees::BoostedTrees(std::string_view table)
{
    auto tree = std::vector<Node>{};
    for (auto const& row : read_rows(table)) {
        if (row[0] == "bias" && row.size() >= 2) {
            m_bias = number(row[1]);
        } else if (row[0] == "tree") {
            add_tree(tree);
            tree.clear();
        } else if (row[0] == "leaf" && row.size() >= 2) {
            tree.push_back({-1, static_cast<float>(number(row[1])), 0});
        } else if (row.size() >= 3) {
            tree.push_back({whole_number(row[0]), static_cast<float>(number(row[1])), whole_number(row[2])});
        }
    }
    add_tree(tree);
}

void BoostedTrees::add_tree(std::vector<Node> const& nodes)
{
    // Children stand behind their parent, so that no table can lead in a circle.
    for (auto i = std::size_t{0}; i < nodes.size(); ++i) {
        auto const& node = nodes[i];
        if (node.feature >= 0 && (node.left <= static_cast<std::int32_t>(i) || static_cast<std::size_t>(node.left) + 1 >= nodes.size())) {
            return;
        }
    }
    if (nodes.empty()) {
        return;
    }
    auto const root = static_cast<std::int32_t>(m_nodes.size());
    m_roots.push_back(root);
    for (auto node : nodes) {
        node.left += root;
        m_nodes.push_back(node);
    }
    add_steps(root);
}

void BoostedTrees::add_steps(std::int32_t root)
{
    auto depths = std::vector<int>(m_nodes.size() - static_cast<std::size_t>(root)); // children stand behind their parent
    for (auto at = static_cast<std::size_t>(root); at < m_nodes.size(); ++at) {
        auto const& node = m_nodes[at];
        if (node.feature < 0) {
            m_steps.push_back({0, -std::numeric_limits<float>::infinity(), static_cast<std::int32_t>(at) - 1});
            continue;
        }
        m_steps.push_back({node.feature, node.value, node.left});
        m_features = std::max(m_features, static_cast<std::size_t>(node.feature) + 1);
        auto const left = static_cast<std::size_t>(node.left - root);
        depths[left] = depths[left + 1] = depths[at - static_cast<std::size_t>(root)] + 1;
    }
    m_depths.push_back(std::ranges::max(depths));
}

void BoostedTrees::add_share(BoostedTrees const& other, double share)
{
    m_bias += share * other.m_bias;
    for (auto i = std::size_t{0}; i < other.m_roots.size(); ++i) {
        auto const start = m_nodes.size();
        auto const end = i + 1 < other.m_roots.size() ? static_cast<std::size_t>(other.m_roots[i + 1]) : other.m_nodes.size();
        m_roots.push_back(static_cast<std::int32_t>(start));
        for (auto at = static_cast<std::size_t>(other.m_roots[i]); at < end; ++at) {
            auto node = other.m_nodes[at];
            node.value *= node.feature < 0 ? static_cast<float>(share) : 1;
            node.left += m_roots.back() - other.m_roots[i];
            m_nodes.push_back(node);
        }
        add_steps(m_roots.back());
    }
}

double BoostedTrees::leaf(std::int32_t root, std::span<float const> row) const
{
    auto const* const nodes = m_nodes.data();
    auto const* node = nodes + root;
    while (node->feature >= 0) {
        auto const feature = static_cast<std::size_t>(node->feature);
        node = nodes + node->left + (feature < row.size() && row[feature] < node->value ? 0 : 1);
    }
    return static_cast<double>(node->value);
}

double BoostedTrees::score(std::span<float const> row) const
{
    auto sum = m_bias;
    for (auto const root : m_roots) {
        sum += leaf(root, row);
    }
    return sum;
}

std::vector<double> BoostedTrees::scores(std::span<std::vector<float> const> rows) const
{
    auto sums = std::vector<double>(rows.size(), m_bias);
    auto at = std::vector<std::int32_t>(rows.size());
    if (std::ranges::any_of(rows, [&](auto const& row) { return row.size() < m_features; })) {
        std::ranges::transform(rows, sums.begin(), [&](auto const& row) { return score(row); });
        return sums;
    }
    for (auto tree = std::size_t{0}; tree < m_roots.size(); ++tree) {
        std::ranges::fill(at, m_roots[tree]);
        for (auto level = 0; level < m_depths[tree]; ++level) {
            for (auto i = std::size_t{0}; i < rows.size(); ++i) {
                auto const& step = m_steps[static_cast<std::size_t>(at[i])];
                at[i] = step.left + (rows[i][static_cast<std::size_t>(step.feature)] < step.threshold ? 0 : 1);
            }
        }
        for (auto i = std::size_t{0}; i < rows.size(); ++i) {
            sums[i] += static_cast<double>(m_nodes[static_cast<std::size_t>(at[i])].value);
        }
    }
    return sums;
}

std::string BoostedTrees::to_table() const
{
    auto text = fmt::format("bias\t{:.6g}\n", m_bias);
    for (auto i = std::size_t{0}; i < m_roots.size(); ++i) {
        auto const end = i + 1 < m_roots.size() ? static_cast<std::size_t>(m_roots[i + 1]) : m_nodes.size();
        text += "tree\n";
        for (auto at = static_cast<std::size_t>(m_roots[i]); at < end; ++at) {
            auto const& node = m_nodes[at];
            text += node.feature < 0 ? fmt::format("leaf\t{:.5g}\n", node.value) : fmt::format("{}\t{:.7g}\t{}\n", node.feature, node.value, node.left - m_roots[i]);
        }
    }
    return text;
}

} // namespace knowwho
