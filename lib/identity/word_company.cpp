// SPDX-License-Identifier: MIT
// Which words keep the same company: random indexing (Kanerva 2000).
#include "identity/link_corpus.hpp"

#include <cmath>
#include <utility>

namespace knowwho {
namespace {

double product(CompanyOfWords::Direction const& a, CompanyOfWords::Direction const& b)
{
    auto sum = 0.0;
    for (auto i = std::size_t{0}; i < a.size(); ++i) {
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    }
    return sum;
}

void normalise(CompanyOfWords::Direction& direction)
{
    auto const length = static_cast<float>(std::sqrt(product(direction, direction)));
    if (length > 0) {
        for (auto& value : direction) {
            value /= length;
        }
    }
}

} // namespace

void LinkCorpus::keep_company(WordSet words)
{
    m_companies.push_back(std::move(words));
    m_directions.clear();
    m_rarities.clear();
}

/// Every word has a random direction; a word that is met gets those of
/// the words beside it, so that words of the same field point the same way.
void LinkCorpus::learn_company()
{
    for (auto word = static_cast<std::uint32_t>(m_rarities.size()); word < m_counts.size(); ++word) {
        m_rarities.push_back(computed_rarity(word));
    }
    m_directions.assign(m_counts.size(), Direction{});
    auto mean = Direction{};
    for (auto const& company : m_companies) {
        auto together = Direction{};
        for (auto const word : company) {
            auto random = word * 2654435761U + 12345;
            auto const weight = static_cast<float>(rarity(word));
            for (auto& value : together) {
                random = random * 1664525U + 1013904223U;
                value += (random & 0x80000000U) != 0 ? weight : -weight;
            }
        }
        normalise(together);
        for (auto const word : company) {
            for (auto i = std::size_t{0}; i < together.size(); ++i) {
                m_directions[word][i] += together[i];
            }
        }
        for (auto i = std::size_t{0}; i < together.size(); ++i) {
            mean[i] += together[i];
        }
    }
    normalise(mean);
    for (auto& direction : m_directions) {
        auto const common = product(direction, mean);
        for (auto i = std::size_t{0}; i < direction.size(); ++i) {
            direction[i] -= static_cast<float>(common) * mean[i];
        }
        normalise(direction);
    }
}

CompanyOfWords LinkCorpus::company(WordSet const& words)
{
    if (m_directions.empty() && !words.empty()) {
        learn_company();
    }
    auto sum = Direction{};
    for (auto const word : words) {
        if (word < m_directions.size()) {
            auto const weight = static_cast<float>(rarity(word));
            auto const& direction = m_directions[word];
            for (auto i = std::size_t{0}; i < sum.size(); ++i) {
                sum[i] += weight * direction[i];
            }
        }
    }
    normalise(sum);
    return {sum};
}

double nearness(CompanyOfWords const& a, CompanyOfWords const& b) { return product(a.direction, b.direction); }

} // namespace knowwho
