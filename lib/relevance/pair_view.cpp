// SPDX-License-Identifier: MIT
#include "relevance/pair_view.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

/// Each pair of neighbours with √ of how often it comes.
std::vector<std::pair<std::uint64_t, float>> pairs_of(std::span<TermId const> terms)
{
    auto keys = std::vector<std::uint64_t>{};
    for (std::size_t i = 1; i < terms.size(); ++i) {
        keys.push_back((std::uint64_t{terms[i - 1]} << 32) | terms[i]);
    }
    std::sort(keys.begin(), keys.end());
    auto pairs = std::vector<std::pair<std::uint64_t, float>>{};
    for (std::size_t i = 0; i < keys.size();) {
        auto const first = i;
        while (i < keys.size() && keys[i] == keys[first]) {
            ++i;
        }
        pairs.emplace_back(keys[first], std::sqrt(static_cast<float>(i - first)));
    }
    return pairs;
}

} // namespace

PairView::PairView(Corpus const& corpus, std::span<TextId const> pool) : m_lengths(pool.size(), 0)
{
    for (std::uint32_t place = 0; place < pool.size(); ++place) {
        for (auto const& [key, root] : pairs_of(corpus.sequence(pool[place]))) {
            m_pairs[key].push_back({place, root});
        }
    }
    for (std::uint32_t place = 0; place < pool.size(); ++place) {
        float squares = 0;
        for (auto const& [key, root] : pairs_of(corpus.sequence(pool[place]))) {
            auto const weight = root * rarity(m_pairs.at(key).size());
            squares += weight * weight;
        }
        m_lengths[place] = std::sqrt(squares);
    }
}

float PairView::rarity(std::size_t texts) const noexcept
{
    auto const all = static_cast<double>(m_lengths.size());
    return static_cast<float>(std::max(0.0, std::log((all + 1) / (static_cast<double>(texts) + 0.5))));
}

void PairView::compare(std::span<TermId const> need, std::vector<float>& likeness) const
{
    likeness.assign(m_lengths.size(), 0);
    float squares = 0;
    for (auto const& [key, root] : pairs_of(need)) {
        auto const found = m_pairs.find(key);
        auto const weight = root * rarity(found == m_pairs.end() ? 0 : found->second.size());
        squares += weight * weight;
        if (found == m_pairs.end()) {
            continue;
        }
        for (auto const& entry : found->second) {
            likeness[entry.place] += weight * entry.root * rarity(found->second.size());
        }
    }
    for (std::size_t place = 0; place < likeness.size(); ++place) {
        if (likeness[place] > 0) {
            likeness[place] /= std::sqrt(squares) * m_lengths[place];
        }
    }
}

} // namespace knowwho
