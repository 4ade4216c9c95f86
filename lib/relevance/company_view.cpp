// SPDX-License-Identifier: MIT
#include "relevance/company_view.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace knowwho {
namespace {

constexpr std::size_t window = 8;
constexpr std::size_t words_of_a_text = 200;
constexpr std::size_t most_words = 3000;
constexpr std::uint32_t least_count = 3;
constexpr double context_power = 0.75;
constexpr double rarity_power = 1.5;
constexpr auto no_word = static_cast<std::uint32_t>(-1);

std::span<TermId const> read_part(Corpus const& corpus, TextId text)
{
    auto const sequence = corpus.sequence(text);
    return sequence.first(std::min(sequence.size(), words_of_a_text));
}

float cosine_of_units(PrincipalRow const& one, PrincipalRow const& other)
{
    double sum = 0;
    for (std::size_t i = 0; i < principal_dimensions; ++i) {
        sum += static_cast<double>(one[i]) * other[i];
    }
    return static_cast<float>(sum);
}

void make_unit(PrincipalRow& row)
{
    auto const length = std::sqrt(cosine_of_units(row, row));
    for (auto& value : row) {
        value = length > 0 ? value / length : 0;
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t next_random(std::uint64_t& state) noexcept
{
    auto mixed = state += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
}

/// FNV-1a, so that the signs of a word are the same on every machine.
std::uint64_t seed_of(std::string_view word) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (char const byte : word) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    return hash;
}

/// Each word beside which it stands, once per time, with the weight in eighths.
struct Beside {
    std::uint32_t word;
    std::uint32_t eighths;
};
using Company = std::vector<std::vector<Beside>>;

/// From counts to positive mutual information, row by row.
SparseRows informative(Company const& company)
{
    auto totals = std::vector<double>{};
    auto contexts = std::vector<double>{};
    double all_contexts = 0;
    for (auto const& of_word : company) {
        double total = 0;
        for (auto const& beside : of_word) {
            total += beside.eighths;
        }
        totals.push_back(total);
        contexts.push_back(std::pow(total, context_power));
        all_contexts += contexts.back();
    }
    auto matrix = SparseRows{};
    auto counts = std::vector<std::uint32_t>(company.size(), 0);
    for (std::size_t word = 0; word < company.size(); ++word) {
        for (auto const& beside : company[word]) {
            counts[beside.word] += beside.eighths;
        }
        for (std::uint32_t other = 0; other < counts.size(); ++other) {
            auto const expected = totals[word] * contexts[other] / all_contexts;
            if (counts[other] > expected) {
                matrix.entries.push_back({other, static_cast<float>(std::log(counts[other] / expected))});
            }
            counts[other] = 0;
        }
        matrix.begins.push_back(matrix.entries.size());
    }
    return matrix;
}

} // namespace

CompanyView::CompanyView(Corpus const& corpus, std::span<TextId const> pool) : m_corpus(corpus)
{
    choose_words(pool);
    m_vectors = principal_space(count_company(pool), random_signs());
    std::ranges::for_each(m_vectors, make_unit);
    place_texts(pool);
}

/// In an order that does not depend on that of the texts.
void CompanyView::choose_words(std::span<TextId const> pool)
{
    auto const& vocabulary = m_corpus.analyser().vocabulary();
    auto counts = std::vector<std::uint32_t>(vocabulary.size(), 0);
    for (auto const text : pool) {
        for (auto const term : read_part(m_corpus, text)) {
            ++counts[term];
        }
    }
    for (TermId term = 0; term < counts.size(); ++term) {
        if (counts[term] >= least_count) {
            m_words.push_back(term);
        }
    }
    std::ranges::sort(m_words, [&](TermId a, TermId b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : vocabulary.text(a) < vocabulary.text(b);
    });
    m_words.resize(std::min(m_words.size(), most_words));
    m_index.assign(vocabulary.size(), no_word);
    for (std::uint32_t i = 0; i < m_words.size(); ++i) {
        m_index[m_words[i]] = i;
    }
}

SparseRows CompanyView::count_company(std::span<TextId const> pool) const
{
    auto company = Company(m_words.size());
    for (auto const text : pool) {
        auto const terms = read_part(m_corpus, text);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            auto const one = m_index[terms[i]];
            for (std::size_t distance = 1; distance <= window && i + distance < terms.size() && one != no_word; ++distance) {
                auto const other = m_index[terms[i + distance]];
                if (other != no_word) {
                    auto const eighths = static_cast<std::uint32_t>(window + 1 - distance);
                    company[one].push_back({other, eighths});
                    company[other].push_back({one, eighths});
                }
            }
        }
    }
    return informative(company);
}

std::vector<PrincipalRow> CompanyView::random_signs() const
{
    auto signs = std::vector<PrincipalRow>(m_words.size());
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        auto state = seed_of(m_corpus.analyser().vocabulary().text(m_words[word]));
        for (auto& sign : signs[word]) {
            sign = (next_random(state) & 1) == 0 ? -1.0F : 1.0F;
        }
    }
    return signs;
}

void CompanyView::place_texts(std::span<TextId const> pool)
{
    for (auto const text : pool) {
        m_texts.push_back(place_of(m_corpus.terms(text)));
        add_row(m_mean, 1 / static_cast<float>(pool.size()), m_texts.back());
    }
    for (auto& text : m_texts) {
        add_row(text, -1, m_mean);
        make_unit(text);
    }
}

/// Of unit length.
PrincipalRow CompanyView::place_of(std::span<TermInText const> terms) const
{
    auto place = PrincipalRow{};
    for (auto const& entry : terms) {
        if (entry.term < m_index.size() && m_index[entry.term] != no_word) {
            auto const weight = entry.root * std::pow(static_cast<double>(m_corpus.rarity(entry.term)), rarity_power);
            add_row(place, static_cast<float>(weight), m_vectors[m_index[entry.term]]);
        }
    }
    make_unit(place);
    return place;
}

void CompanyView::compare(std::span<TermId const> need, std::vector<float>& likeness) const
{
    auto sorted = std::vector<TermId>(need.begin(), need.end());
    std::ranges::sort(sorted);
    auto terms = std::vector<TermInText>{};
    for (std::size_t i = 0, next = 0; i < sorted.size(); i = next) {
        while (next < sorted.size() && sorted[next] == sorted[i]) {
            ++next;
        }
        terms.push_back({sorted[i], std::sqrt(static_cast<float>(next - i))});
    }
    auto place = place_of(terms);
    add_row(place, -1, m_mean);
    make_unit(place);
    likeness.clear();
    for (auto const& text : m_texts) {
        likeness.push_back(std::max(0.0F, cosine_of_units(place, text)));
    }
}

} // namespace knowwho
