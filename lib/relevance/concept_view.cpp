// SPDX-License-Identifier: MIT
#include "relevance/semantic_views.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

std::vector<Neighbour> strongest(std::span<float const> lexical, std::size_t most)
{
    auto found = std::vector<Neighbour>{};
    for (std::size_t place = 0; place < lexical.size(); ++place) {
        if (lexical[place] > 0) {
            found.push_back({static_cast<std::uint32_t>(place), lexical[place]});
        }
    }
    keep_nearest(found, most);
    return found;
}

double length_of(std::span<Neighbour const> vector, double of_itself)
{
    double squares = of_itself;
    for (auto const& entry : vector) {
        squares += static_cast<double>(entry.nearness) * entry.nearness;
    }
    return std::sqrt(squares);
}

} // namespace

ConceptView::ConceptView(Neighbours const& neighbours)
{
    for (std::size_t place = 0; place < neighbours.size(); ++place) {
        auto const nearest = neighbours.nearest(place);
        auto const kept = nearest.first(std::min(nearest.size(), concepts_per_text - 1));
        auto const length = length_of(kept, 1);
        m_entries.push_back({static_cast<std::uint32_t>(place), static_cast<float>(1 / length)});
        for (auto const& entry : kept) {
            m_entries.push_back({entry.place, static_cast<float>(entry.nearness / length)});
        }
        m_begins.push_back(m_entries.size());
    }
}

void ConceptView::compare(std::span<float const> lexical, std::vector<float>& likeness) const
{
    auto const need = strongest(lexical, concepts_per_text);
    auto const length = length_of(need, 0);
    auto weights = std::vector<float>(lexical.size(), 0);
    for (auto const& entry : need) {
        weights[entry.place] = static_cast<float>(entry.nearness / length);
    }
    likeness.assign(lexical.size(), 0);
    for (std::size_t place = 0; place < lexical.size(); ++place) {
        for (auto i = m_begins[place]; i < m_begins[place + 1]; ++i) {
            likeness[place] += m_entries[i].nearness * weights[m_entries[i].place];
        }
    }
}

} // namespace knowwho
