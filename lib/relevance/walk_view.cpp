// SPDX-License-Identifier: MIT
#include "relevance/semantic_views.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

constexpr float going_on = 0.9F;
constexpr int steps = 40; ///< 0.9⁴⁰ is 1.5 % of the way

struct Edge {
    std::uint32_t from;
    std::uint32_t to;
    float weight;
};

/// Each text to its nearest, in both directions, each pair once per direction.
std::vector<Edge> edges_of(Neighbours const& neighbours)
{
    auto edges = std::vector<Edge>{};
    for (std::uint32_t place = 0; place < neighbours.size(); ++place) {
        auto const nearest = neighbours.nearest(place);
        for (auto const& entry : nearest.first(std::min(nearest.size(), graph_neighbours))) {
            edges.push_back({place, entry.place, entry.nearness});
            edges.push_back({entry.place, place, entry.nearness});
        }
    }
    std::sort(edges.begin(), edges.end(), [](Edge const& a, Edge const& b) {
        return std::tie(a.from, a.to, b.weight) < std::tie(b.from, b.to, a.weight);
    });
    auto const same = [](Edge const& a, Edge const& b) { return a.from == b.from && a.to == b.to; };
    edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
    return edges;
}

} // namespace

WalkView::WalkView(Neighbours const& neighbours) : m_degrees(neighbours.size(), 0)
{
    auto const edges = edges_of(neighbours);
    for (auto const& edge : edges) {
        m_degrees[edge.from] += edge.weight;
    }
    std::size_t next = 0;
    for (std::uint32_t place = 0; place < neighbours.size(); ++place) {
        for (; next < edges.size() && edges[next].from == place; ++next) {
            auto const& edge = edges[next];
            auto const norm = std::sqrt(m_degrees[edge.from] * m_degrees[edge.to]);
            m_edges.push_back({edge.to, going_on * edge.weight / norm});
        }
        m_begins.push_back(m_edges.size());
    }
}

void WalkView::compare(std::span<float const> lexical, std::vector<float>& likeness) const
{
    auto best = std::vector<Neighbour>{};
    for (std::uint32_t place = 0; place < lexical.size(); ++place) {
        if (lexical[place] > 0 && m_degrees[place] > 0) {
            best.push_back({place, lexical[place]});
        }
    }
    keep_nearest(best, graph_neighbours);
    float sum = 0;
    for (auto const& entry : best) {
        sum += entry.nearness;
    }
    auto start = std::vector<float>(lexical.size(), 0);
    for (auto const& entry : best) {
        start[entry.place] = entry.nearness / std::sqrt(sum * m_degrees[entry.place]);
    }
    likeness = start;
    auto next = start;
    for (int step = 0; step < steps && !best.empty(); ++step) {
        for (std::size_t place = 0; place < next.size(); ++place) {
            float reached = start[place];
            for (auto i = m_begins[place]; i < m_begins[place + 1]; ++i) {
                reached += m_edges[i].nearness * likeness[m_edges[i].place];
            }
            next[place] = reached;
        }
        std::swap(next, likeness);
    }
}

} // namespace knowwho
