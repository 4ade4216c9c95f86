// SPDX-License-Identifier: MIT
#include "identity/boosted_trees.hpp"

#include "text/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace knowwho {
namespace {

int whole_number(std::string_view text)
{
    auto value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double number(std::string_view text)
{
    auto value = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

using Nodes = std::vector<BoostedTrees::Node>;

/// Of a tree whose children stand behind their parent.
int depth_of(Nodes const& nodes)
{
    auto depths = std::vector<int>(nodes.size());
    for (auto i = std::size_t{0}; i < nodes.size(); ++i) {
        if (nodes[i].feature >= 0) {
            auto const left = static_cast<std::size_t>(nodes[i].left);
            depths[left] = depths[left + 1] = depths[i] + 1;
        }
    }
    return std::ranges::max(depths);
}

/// Children stand behind their parent, so that no table can lead in a circle; and none can ask for much memory.
bool is_sound(Nodes const& nodes)
{
    constexpr int deepest = 12;
    constexpr int most_features = 4096;
    for (auto i = std::size_t{0}; i < nodes.size(); ++i) {
        auto const& node = nodes[i];
        auto const has_children = node.left > static_cast<std::int32_t>(i) && static_cast<std::size_t>(node.left) + 1 < nodes.size();
        if (node.feature >= 0 && (!has_children || node.feature >= most_features)) {
            return false;
        }
    }
    return !nodes.empty() && depth_of(nodes) <= deepest;
}

} // namespace

BoostedTrees::BoostedTrees(std::string_view table)
{
    auto tree = Nodes{};
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

void BoostedTrees::add_tree(std::vector<Node> nodes)
{
    if (!is_sound(nodes)) {
        return;
    }
    fill_up(nodes);
    m_trees.push_back(std::move(nodes));
}

void BoostedTrees::fill_up(std::vector<Node> const& nodes)
{
    auto const depth = depth_of(nodes);
    auto const leaves = std::size_t{1} << depth;
    auto const full = m_full_trees.emplace_back(FullTree{depth, m_asked.size(), m_leaves.size()});
    m_asked.resize(m_asked.size() + leaves);
    m_leaves.resize(m_leaves.size() + leaves);
    auto at = std::vector<std::size_t>(2 * leaves); // the node of each place
    for (auto place = std::size_t{1}; place < 2 * leaves; ++place) {
        auto const& node = nodes[at[place]];
        if (place >= leaves) {
            m_leaves[full.leaves + place - leaves] = node.value;
            continue;
        }
        auto const inner = node.feature >= 0;
        at[2 * place] = inner ? static_cast<std::size_t>(node.left) : at[place];
        at[2 * place + 1] = inner ? static_cast<std::size_t>(node.left) + 1 : at[place];
        m_asked[full.asked + place] = inner ? number_of({static_cast<std::uint32_t>(node.feature), node.value}) * abreast : 0;
    }
}

std::uint32_t BoostedTrees::number_of(Question const& question)
{
    auto const bits = std::bit_cast<std::uint32_t>(question.threshold); // which have an order even if it is no number
    auto const [found, is_new] = m_numbers.try_emplace({question.feature, bits}, static_cast<std::uint32_t>(m_questions.size()));
    if (is_new) {
        m_questions.push_back(question);
        m_features = std::max(m_features, std::size_t{question.feature} + 1);
    }
    return found->second;
}

void BoostedTrees::add_share(BoostedTrees const& other, double share)
{
    m_bias += share * other.m_bias;
    for (auto nodes : other.m_trees) {
        for (auto& node : nodes) {
            node.value *= node.feature < 0 ? static_cast<float>(share) : 1;
        }
        add_tree(std::move(nodes));
    }
}

double BoostedTrees::score(std::vector<float> const& row) const { return scores({&row, 1}).front(); }

std::vector<double> BoostedTrees::scores(std::span<std::vector<float> const> rows) const
{
    auto sums = std::vector<double>(rows.size(), m_bias);
    auto answers = std::vector<Answers>(m_questions.size() + 1);
    for (auto first = std::size_t{0}; first < rows.size(); first += abreast) {
        auto const some = rows.subspan(first, std::min(abreast, rows.size() - first));
        answer(columns_of(some), answers);
        add_leaves(answers, std::span{sums}.subspan(first, some.size()));
    }
    return sums;
}

std::vector<BoostedTrees::Column> BoostedTrees::columns_of(std::span<std::vector<float> const> rows) const
{
    auto columns = std::vector<Column>(m_features);
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        for (auto feature = std::size_t{0}; feature < m_features; ++feature) {
            columns[feature][i] = feature < rows[i].size() ? rows[i][feature] : std::numeric_limits<float>::infinity();
        }
    }
    return columns;
}

void BoostedTrees::answer(std::vector<Column> const& columns, std::vector<Answers>& answers) const
{
    for (auto number = std::size_t{0}; number < m_questions.size(); ++number) {
        auto const& column = columns[m_questions[number].feature];
        auto const threshold = m_questions[number].threshold;
        auto answered = Answers{}; // in a place of its own, so that sixteen are compared at once
        for (auto i = std::size_t{0}; i < abreast; ++i) {
            answered[i] = !(column[i] < threshold);
        }
        answers[number] = answered;
    }
}

/// The place so many levels below another one. Without a branch, so that several rows go down at once.
template <int levels>
std::size_t place_below(std::size_t place, std::uint32_t const* asked, std::uint8_t const* answered)
{
    if constexpr (levels == 0) {
        return place;
    } else {
        return place_below<levels - 1>(2 * place + answered[asked[place]], asked, answered);
    }
}

void BoostedTrees::add_leaves(std::vector<Answers> const& answers, std::span<double> sums) const
{
    for (auto const& tree : m_full_trees) {
        auto const* const asked = m_asked.data() + tree.asked;
        auto const* const leaves = m_leaves.data() + tree.leaves;
        auto const first_leaf = std::size_t{1} << tree.depth;
        auto const add = [&](auto walk) {
            for (auto i = std::size_t{0}; i < sums.size(); ++i) {
                sums[i] += static_cast<double>(leaves[walk(1, asked, answers.front().data() + i) - first_leaf]);
            }
        };
        switch (tree.depth) { // those that our tables have are walked without a loop
        case 4: add([](auto... walk) { return place_below<4>(walk...); }); break;
        case 5: add([](auto... walk) { return place_below<5>(walk...); }); break;
        default: add([&](std::size_t place, std::uint32_t const*, std::uint8_t const* answered) {
                for (auto level = 0; level < tree.depth; ++level) {
                    place = place_below<1>(place, asked, answered);
                }
                return place;
            });
        }
    }
}

std::string BoostedTrees::to_table() const
{
    auto text = fmt::format("bias\t{:.6g}\n", m_bias);
    for (auto const& nodes : m_trees) {
        text += "tree\n";
        for (auto const& node : nodes) {
            text += node.feature < 0 ? fmt::format("leaf\t{:.5g}\n", node.value) : fmt::format("{}\t{:.7g}\t{}\n", node.feature, node.value, node.left);
        }
    }
    return text;
}

} // namespace knowwho
