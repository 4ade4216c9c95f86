// SPDX-License-Identifier: MIT
// Grows boosted trees for log loss on labelled rows: how the tables of weights in data/ are made.
#pragma once

#include "identity/boosted_trees.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <span>
#include <vector>

namespace knowwho {

struct BoostingOptions {
    int trees = 300;
    int depth = 4;
    double rate = 0.05;
    double rows = 0.6;      ///< share of the rows that each tree sees
    double columns = 0.3;   ///< share of the features that each tree sees
    double ridge = 6;       ///< added to the sum of second derivatives
    int smallest_leaf = 20;
    unsigned seed = 1;
    int bags = 3;           ///< sums of trees, each grown with its own seed, that are averaged
};

/// Histogram boosting after Friedman (2001) with second derivatives: at most 64 cuts per feature.
class Booster {
public:
    /// `starts` of groups of rows: at most one of a group is right, so that they compete, and none may be.
    Booster(std::vector<std::vector<float>> const& rows, std::vector<int> const& labels, BoostingOptions options, std::vector<std::size_t> const& starts = {})
        : m_labels(labels), m_options(options), m_random(options.seed)
    {
        find_cuts(rows);
        for (auto g = std::size_t{0}; g < starts.size(); ++g) {
            m_groups.resize(g + 1 < starts.size() ? starts[g + 1] : labels.size(), static_cast<std::uint32_t>(g));
        }
    }

    /// Grows on the rows whose index is in `use`: the mean over the bags.
    BoostedTrees grow(std::vector<std::uint32_t> const& use)
    {
        auto mean = BoostedTrees{};
        for (auto bag = 0; bag < m_options.bags; ++bag) {
            m_random.seed(m_options.seed + static_cast<unsigned>(bag));
            mean.add_share(grow_bag(use), 1.0 / m_options.bags);
        }
        return mean;
    }

private:
    BoostedTrees grow_bag(std::vector<std::uint32_t> const& use)
    {
        auto trees = BoostedTrees{};
        auto positive = 1.0;
        for (auto const i : use) {
            positive += m_labels[i];
        }
        auto const bias = std::log(positive / (static_cast<double>(use.size()) + 2 - positive));
        trees.set_bias(bias);
        m_scores.assign(m_labels.size(), bias);
        m_chances.resize(m_labels.size());
        for (auto t = 0; t < m_options.trees; ++t) {
            weigh_chances();
            trees.add_tree(grow_tree(use));
        }
        return trees;
    }

    /// Of each row being right: beside the others of its group, if there are groups.
    void weigh_chances()
    {
        if (m_groups.empty()) {
            std::ranges::transform(m_scores, m_chances.begin(), [](double score) { return 1 / (1 + std::exp(-score)); });
            return;
        }
        auto all = std::vector<double>(m_groups.empty() ? 0 : m_groups.back() + 1, 1.0);
        for (auto i = std::size_t{0}; i < m_scores.size(); ++i) {
            m_chances[i] = std::exp(std::min(m_scores[i], 30.0));
            all[m_groups[i]] += m_chances[i];
        }
        for (auto i = std::size_t{0}; i < m_scores.size(); ++i) {
            m_chances[i] /= all[m_groups[i]];
        }
    }

    struct Sums {
        double gradient = 0;
        double hessian = 0;
        int count = 0;
    };
    struct Work {
        std::size_t node;
        std::vector<std::uint32_t> rows;
        int depth;
    };
    struct Split {
        double gain = 1e-6;
        std::size_t feature = 0;
        std::uint8_t cut = 0;
    };

    void find_cuts(std::vector<std::vector<float>> const& rows)
    {
        auto const width = rows.empty() ? 0 : rows.front().size();
        m_cuts.resize(width);
        m_bins.resize(width);
        for (auto f = std::size_t{0}; f < width; ++f) {
            auto values = std::vector<float>{};
            for (auto const& row : rows) {
                values.push_back(row[f]);
            }
            std::ranges::sort(values);
            auto distinct = values;
            distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
            auto& cuts = m_cuts[f];
            if (distinct.size() <= 64) {
                for (auto i = std::size_t{1}; i < distinct.size(); ++i) {
                    cuts.push_back((distinct[i - 1] + distinct[i]) / 2);
                }
            } else {
                for (auto i = 1; i < 64; ++i) {
                    cuts.push_back(values[values.size() * static_cast<std::size_t>(i) / 64]);
                }
                cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
            }
            for (auto const& row : rows) {
                m_bins[f].push_back(static_cast<std::uint8_t>(std::upper_bound(cuts.begin(), cuts.end(), row[f]) - cuts.begin()));
            }
        }
    }

    std::vector<std::uint32_t> some(std::vector<std::uint32_t> const& all, double share)
    {
        auto chosen = std::vector<std::uint32_t>{};
        for (auto const i : all) {
            if (static_cast<double>(m_random() % 100'000) < share * 100'000) {
                chosen.push_back(i);
            }
        }
        return chosen;
    }

    std::vector<BoostedTrees::Node> grow_tree(std::vector<std::uint32_t> const& use)
    {
        auto columns = std::vector<std::uint32_t>(m_cuts.size());
        std::iota(columns.begin(), columns.end(), 0U);
        columns = some(columns, m_options.columns);
        auto nodes = std::vector<BoostedTrees::Node>(1);
        auto work = std::vector<Work>{};
        work.push_back({0, some(use, m_options.rows), 0});
        while (!work.empty()) {
            auto item = std::move(work.back());
            work.pop_back();
            split_node(nodes, std::move(item), columns, work);
        }
        update(nodes, use);
        return nodes;
    }

    Sums sums_of(std::vector<std::uint32_t> const& rows) const
    {
        auto sums = Sums{};
        for (auto const i : rows) {
            auto const p = m_chances[i];
            sums.gradient += m_labels[i] - p;
            sums.hessian += p * (1 - p);
            ++sums.count;
        }
        return sums;
    }

    void split_node(std::vector<BoostedTrees::Node>& nodes, Work item, std::vector<std::uint32_t> const& columns, std::vector<Work>& work)
    {
        auto const all = sums_of(item.rows);
        auto const best = item.depth < m_options.depth ? best_split(item.rows, columns, all) : Split{};
        if (best.gain <= 1e-6) {
            nodes[item.node] = {-1, static_cast<float>(m_options.rate * all.gradient / (all.hessian + m_options.ridge)), 0};
            return;
        }
        auto const left = nodes.size();
        nodes[item.node] = {static_cast<std::int32_t>(best.feature), m_cuts[best.feature][best.cut], static_cast<std::int32_t>(left)};
        nodes.resize(left + 2);
        auto const goes_left = [&](std::uint32_t i) { return m_bins[best.feature][i] <= best.cut; };
        auto const middle = std::stable_partition(item.rows.begin(), item.rows.end(), goes_left);
        work.push_back({left, {item.rows.begin(), middle}, item.depth + 1});
        work.push_back({left + 1, {middle, item.rows.end()}, item.depth + 1});
    }

    Split best_split(std::vector<std::uint32_t> const& rows, std::vector<std::uint32_t> const& columns, Sums const& all) const
    {
        auto gradients = std::vector<std::pair<double, double>>{};
        for (auto const i : rows) {
            auto const p = m_chances[i];
            gradients.emplace_back(m_labels[i] - p, p * (1 - p));
        }
        auto best = Split{};
        auto const worth = [&](double g, double h) { return g * g / (h + m_options.ridge); };
        for (auto const f : columns) {
            auto bins = std::vector<Sums>(m_cuts[f].size() + 1);
            for (auto k = std::size_t{0}; k < rows.size(); ++k) {
                auto& bin = bins[m_bins[f][rows[k]]];
                bin.gradient += gradients[k].first;
                bin.hessian += gradients[k].second;
                ++bin.count;
            }
            auto left = Sums{};
            for (auto cut = std::size_t{0}; cut + 1 < bins.size(); ++cut) {
                left.gradient += bins[cut].gradient;
                left.hessian += bins[cut].hessian;
                left.count += bins[cut].count;
                if (left.count < m_options.smallest_leaf || all.count - left.count < m_options.smallest_leaf) {
                    continue;
                }
                auto const gain = worth(left.gradient, left.hessian) + worth(all.gradient - left.gradient, all.hessian - left.hessian) - worth(all.gradient, all.hessian);
                if (gain > best.gain) {
                    best = {gain, f, static_cast<std::uint8_t>(cut)};
                }
            }
        }
        return best;
    }

    void update(std::vector<BoostedTrees::Node> const& nodes, std::vector<std::uint32_t> const& use)
    {
        for (auto const i : use) {
            auto at = std::size_t{0};
            while (nodes[at].feature >= 0) {
                auto const f = static_cast<std::size_t>(nodes[at].feature);
                auto const cut = static_cast<std::size_t>(std::lower_bound(m_cuts[f].begin(), m_cuts[f].end(), nodes[at].value) - m_cuts[f].begin());
                at = static_cast<std::size_t>(nodes[at].left) + (m_bins[f][i] <= cut ? 0 : 1);
            }
            m_scores[i] += static_cast<double>(nodes[at].value);
        }
    }

    std::vector<int> const& m_labels;
    BoostingOptions m_options;
    std::mt19937 m_random;
    std::vector<std::vector<float>> m_cuts;
    std::vector<std::vector<std::uint8_t>> m_bins;
    std::vector<double> m_scores;
    std::vector<double> m_chances;
    std::vector<std::uint32_t> m_groups; ///< by row; empty if every row is judged alone
};

} // namespace knowwho
