// SPDX-License-Identifier: MIT
// A sum of small decision trees over named signals, kept as a table in data/models.
#include "enrich/tree_model.hpp"

#include "model/error.hpp"
#include "text/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace knowwho {

namespace {

template <typename Number>
Number number(std::string_view text)
{
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw Error(ExitCode::usage, fmt::format("'{}' is no number in a table of data/models.", text));
    }
    return value;
}

} // namespace

TreeModel::TreeModel(std::string_view table, std::span<std::string const> names)
{
    for (auto const& row : read_rows(table)) {
        add(row, names);
    }
    check();
}

void TreeModel::add(std::vector<std::string_view> const& row, std::span<std::string const> names)
{
    if (row.size() == 2 && row[0] == "start") {
        m_start = number<double>(row[1]);
    } else if (row.size() == 1 && row[0] == "tree") {
        m_trees.push_back(static_cast<std::uint32_t>(m_nodes.size()));
    } else if (row.size() == 2 && row[0] == "leaf") {
        m_nodes.push_back({number<float>(row[1]), leaf, 0, 0});
    } else if (row.size() == 4) {
        auto const name = std::find(names.begin(), names.end(), row[0]);
        if (name == names.end()) {
            throw Error(ExitCode::usage, fmt::format("data/models speaks of a signal '{}' that is not measured.", row[0]));
        }
        m_nodes.push_back({number<float>(row[1]), static_cast<std::uint16_t>(name - names.begin()), number<std::uint16_t>(row[2]),
                           number<std::uint16_t>(row[3])});
    } else {
        throw Error(ExitCode::usage, "A row of a table in data/models has too few or too many cells.");
    }
}

/// Children lie behind their parent and inside the tree: so every walk ends.
void TreeModel::check() const
{
    for (std::size_t tree = 0; tree < m_trees.size(); ++tree) {
        std::size_t const begin = m_trees[tree];
        std::size_t const count = (tree + 1 < m_trees.size() ? m_trees[tree + 1] : m_nodes.size()) - begin;
        for (std::size_t at = 0; at < count; ++at) {
            Node const& node = m_nodes[begin + at];
            bool const inside = node.column == leaf || (node.left > at && node.left < count && node.right > at && node.right < count);
            if (!inside) {
                throw Error(ExitCode::usage, "A tree of a table in data/models points outside itself.");
            }
        }
        if (count == 0) {
            throw Error(ExitCode::usage, "A tree of a table in data/models is empty.");
        }
    }
}

double TreeModel::probability(std::span<float const> row) const
{
    double sum = m_start;
    for (auto const begin : m_trees) {
        Node const* node = &m_nodes[begin];
        while (node->column != leaf) {
            node = &m_nodes[begin + (row[node->column] <= node->value ? node->left : node->right)];
        }
        sum += node->value;
    }
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace knowwho
