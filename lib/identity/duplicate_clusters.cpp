// SPDX-License-Identifier: MIT
// Average linkage inside the connected parts: a single wrong edge joins nobody but its two ends.
#include "identity/duplicates.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

namespace knowwho {
namespace {

constexpr double least_weight = -25;
constexpr double most_weight = 15;

/// Larger parts are cut at a higher weight first; no person is on that many rows.
constexpr std::size_t largest_part = 250;

class Sets {
public:
    explicit Sets(std::size_t size) : m_up(size) { std::iota(m_up.begin(), m_up.end(), std::size_t{0}); }

    std::size_t find(std::size_t i)
    {
        while (m_up[i] != i) {
            i = m_up[i] = m_up[m_up[i]];
        }
        return i;
    }

    /// The smaller index leads, so that the answer does not depend on the order of joins.
    void join(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        m_up[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_up;
};

struct Edge {
    std::size_t a;
    std::size_t b;
    double weight;
};

std::vector<std::vector<std::size_t>> parts_of(std::vector<std::size_t> const& members, std::vector<Edge> const& edges, double above, std::vector<std::size_t>& place)
{
    for (auto i = std::size_t{0}; i < members.size(); ++i) {
        place[members[i]] = i;
    }
    auto sets = Sets{members.size()};
    for (auto const& edge : edges) {
        if (edge.weight > above) {
            sets.join(place[edge.a], place[edge.b]);
        }
    }
    auto parts = std::vector<std::vector<std::size_t>>(members.size());
    for (auto i = std::size_t{0}; i < members.size(); ++i) {
        parts[sets.find(i)].push_back(members[i]);
    }
    std::erase_if(parts, [](auto const& part) { return part.size() < 2; });
    return parts;
}

/// Joins the two groups of the highest mean weight until none is above the threshold.
class Linkage {
public:
    Linkage(std::vector<std::size_t> const& members, PairWeights const& weights) : m_members(members), m_sums(members.size() * members.size()), m_sizes(members.size(), 1)
    {
        for (auto i = std::size_t{0}; i < members.size(); ++i) {
            for (auto j = i + 1; j < members.size(); ++j) {
                sum(i, j) = std::clamp(weights.weight(members[i], members[j]), least_weight, most_weight);
            }
        }
    }

    void join(double above, Sets& sets)
    {
        while (true) {
            auto best = above;
            auto a = std::size_t{0};
            auto b = std::size_t{0};
            for (auto i = std::size_t{0}; i < m_members.size(); ++i) {
                for (auto j = i + 1; m_sizes[i] > 0 && j < m_members.size(); ++j) {
                    auto const mean = m_sizes[j] > 0 ? sum(i, j) / (m_sizes[i] * m_sizes[j]) : least_weight;
                    if (mean > best) {
                        best = mean;
                        a = i;
                        b = j;
                    }
                }
            }
            if (a == b) {
                return;
            }
            merge(a, b);
            sets.join(m_members[a], m_members[b]);
        }
    }

private:
    double& sum(std::size_t i, std::size_t j) { return i < j ? m_sums[i * m_members.size() + j] : m_sums[j * m_members.size() + i]; }

    void merge(std::size_t a, std::size_t b)
    {
        for (auto k = std::size_t{0}; k < m_members.size(); ++k) {
            if (k != a && k != b) {
                sum(a, k) += sum(b, k);
            }
        }
        m_sizes[a] += m_sizes[b];
        m_sizes[b] = 0;
    }

    std::vector<std::size_t> const& m_members;
    std::vector<double> m_sums;
    std::vector<double> m_sizes;
};

} // namespace

std::vector<std::size_t> cluster(PreparedRecords const& records, PairWeights const& weights, std::span<CandidatePair const> candidates, double merge_above)
{
    auto edges = std::vector<Edge>{};
    for (auto const& [a, b] : candidates) {
        auto const weight = weights.weight(a, b);
        if (weight > merge_above) {
            edges.push_back({a, b, weight});
        }
    }
    auto everybody = std::vector<std::size_t>(records.size);
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    auto place = std::vector<std::size_t>(records.size);
    auto sets = Sets{records.size};
    struct Part {
        std::vector<std::size_t> members;
        double above;
    };
    auto waiting = std::vector<Part>{};
    for (auto& part : parts_of(everybody, edges, merge_above, place)) {
        waiting.push_back({std::move(part), merge_above});
    }
    while (!waiting.empty()) {
        auto const part = std::move(waiting.back());
        waiting.pop_back();
        if (part.members.size() <= largest_part) {
            Linkage{part.members, weights}.join(merge_above, sets);
            continue;
        }
        auto inside = std::vector<bool>(records.size);
        for (auto const member : part.members) {
            inside[member] = true;
        }
        auto own = std::vector<Edge>{};
        std::ranges::copy_if(edges, std::back_inserter(own), [&](Edge const& edge) { return inside[edge.a] && inside[edge.b]; });
        for (auto& smaller : parts_of(part.members, own, part.above + 3, place)) {
            waiting.push_back({std::move(smaller), part.above + 3});
        }
    }
    auto first = std::vector<std::size_t>(records.size);
    for (auto i = std::size_t{0}; i < records.size; ++i) {
        first[i] = sets.find(i);
    }
    return first;
}

} // namespace knowwho
