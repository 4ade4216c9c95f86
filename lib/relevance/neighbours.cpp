// SPDX-License-Identifier: MIT
#include "relevance/neighbours.hpp"

#include <algorithm>

namespace knowwho {

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

Neighbours::Neighbours(Corpus const& corpus, std::vector<TextId> pool, std::size_t most)
    : m_pool(std::move(pool)), m_sums(m_pool.size(), 0)
{
    index(corpus);
    for (std::size_t place = 0; place < m_pool.size(); ++place) {
        find_nearest(corpus, place, most);
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

void Neighbours::find_nearest(Corpus const& corpus, std::size_t place, std::size_t most)
{
    auto const length = std::max(corpus.length(m_pool[place]), 1e-6F);
    for (auto const& entry : corpus.terms(m_pool[place])) {
        auto const weight = entry.root * corpus.rarity(entry.term) / length;
        for (auto i = m_term_begins[entry.term]; i < m_term_begins[entry.term + 1]; ++i) {
            auto const& other = m_texts_of_term[i];
            if (m_sums[other.place] == 0) {
                m_touched.push_back(other.place);
            }
            m_sums[other.place] += weight * other.nearness;
        }
    }
    auto found = std::vector<Neighbour>{};
    for (auto const other : m_touched) {
        if (other != place && m_sums[other] > 0) {
            found.push_back({other, std::min(m_sums[other], 1.0F)});
        }
        m_sums[other] = 0;
    }
    m_touched.clear();
    keep_nearest(found, most);
    m_nearest.insert(m_nearest.end(), found.begin(), found.end());
    m_begins.push_back(m_nearest.size());
}

} // namespace knowwho
