// SPDX-License-Identifier: MIT
#include "relevance/neighbours.hpp"

#include "relevance/parts.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr std::size_t texts_of_part = 50;

} // namespace

void keep_nearest(std::vector<Neighbour>& neighbours, std::size_t most)
{
    auto const nearer = [](Neighbour const& a, Neighbour const& b) {
        return a.nearness != b.nearness ? a.nearness > b.nearness : a.place < b.place;
    };
    if (neighbours.size() > most) {
        std::nth_element(neighbours.begin(), neighbours.begin() + static_cast<std::ptrdiff_t>(most), neighbours.end(), nearer);
        neighbours.resize(most);
    }
    std::sort(neighbours.begin(), neighbours.end(), nearer);
}

Neighbours::Neighbours(Corpus const& corpus, std::vector<TextId> pool, std::size_t most) : m_pool(std::move(pool))
{
    index(corpus);
    auto nearest = std::vector<std::vector<Neighbour>>(m_pool.size());
    in_parts(m_pool.size(), texts_of_part, [&](std::size_t begin, std::size_t end) {
        auto sums = Sums{std::vector<float>(m_pool.size(), 0), {}};
        for (auto place = begin; place < end; ++place) {
            nearest[place] = find_nearest(corpus, place, most, sums);
        }
    });
    for (auto const& found : nearest) {
        m_nearest.insert(m_nearest.end(), found.begin(), found.end());
        m_begins.push_back(m_nearest.size());
    }
    m_texts_of_term = {};
    m_term_begins = {};
}

void Neighbours::index(Corpus const& corpus)
{
    m_term_begins.assign(corpus.analyser().vocabulary().size() + 1, 0);
    for (auto const text : m_pool) {
        for (auto const& entry : corpus.terms(text)) {
            ++m_term_begins[entry.term + 1];
        }
    }
    for (std::size_t term = 1; term < m_term_begins.size(); ++term) {
        m_term_begins[term] += m_term_begins[term - 1];
    }
    m_texts_of_term.resize(m_term_begins.back());
    auto next = m_term_begins;
    for (std::size_t place = 0; place < m_pool.size(); ++place) {
        auto const length = std::max(corpus.length(m_pool[place]), 1e-6F);
        for (auto const& entry : corpus.terms(m_pool[place])) {
            auto const weight = entry.root * corpus.rarity(entry.term) / length;
            m_texts_of_term[next[entry.term]++] = {static_cast<std::uint32_t>(place), weight};
        }
    }
}

std::vector<Neighbour> Neighbours::find_nearest(Corpus const& corpus, std::size_t place, std::size_t most, Sums& sums) const
{
    auto const length = std::max(corpus.length(m_pool[place]), 1e-6F);
    for (auto const& entry : corpus.terms(m_pool[place])) {
        auto const weight = entry.root * corpus.rarity(entry.term) / length;
        for (auto i = m_term_begins[entry.term]; i < m_term_begins[entry.term + 1]; ++i) {
            auto const& other = m_texts_of_term[i];
            if (sums.of[other.place] == 0) {
                sums.touched.push_back(other.place);
            }
            sums.of[other.place] += weight * other.nearness;
        }
    }
    auto found = std::vector<Neighbour>{};
    for (auto const other : sums.touched) {
        if (other != place && sums.of[other] > 0) {
            found.push_back({other, std::min(sums.of[other], 1.0F)});
        }
        sums.of[other] = 0;
    }
    sums.touched.clear();
    keep_nearest(found, most);
    return found;
}

} // namespace knowwho
