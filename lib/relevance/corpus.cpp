// SPDX-License-Identifier: MIT
#include "relevance/corpus.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {

TextId Corpus::add(std::span<TextPiece const> pieces, Language fallback)
{
    m_counts.clear();
    for (auto const& piece : pieces) {
        auto const language = piece.language == Language::unknown ? fallback : piece.language;
        auto const before = m_sequences.size();
        m_piece_begins.push_back(before);
        m_analyser.read(piece.text, language, m_sequences);
        for (auto i = before; i < m_sequences.size(); ++i) {
            m_counts.emplace_back(m_sequences[i], piece.weight);
        }
        auto const words = m_sequences.size() - before;
        m_german_words += piece.language == Language::german ? words : 0;
        m_english_words += piece.language == Language::english ? words : 0;
    }
    m_sequence_begins.push_back(m_sequences.size());
    m_first_pieces.push_back(m_piece_begins.size());
    bag_counts();
    return static_cast<TextId>(size() - 1);
}

void Corpus::bag_counts()
{
    std::sort(m_counts.begin(), m_counts.end());
    for (std::size_t i = 0; i < m_counts.size();) {
        auto const term = m_counts[i].first;
        float count = 0;
        for (; i < m_counts.size() && m_counts[i].first == term; ++i) {
            count += m_counts[i].second;
        }
        m_terms.push_back({term, std::sqrt(count)});
    }
    m_text_begins.push_back(m_terms.size());
}

void Corpus::finish()
{
    invert();
    measure();
}

void Corpus::invert()
{
    m_term_begins.assign(m_analyser.vocabulary().size() + 1, 0);
    for (auto const& entry : m_terms) {
        ++m_term_begins[entry.term + 1];
    }
    for (std::size_t term = 1; term < m_term_begins.size(); ++term) {
        m_term_begins[term] += m_term_begins[term - 1];
    }
    m_texts.resize(m_terms.size());
    auto next = m_term_begins;
    for (TextId text = 0; text < size(); ++text) {
        for (auto const& entry : terms(text)) {
            m_texts[next[entry.term]++] = {text, entry.root};
        }
    }
}

void Corpus::measure()
{
    m_rarities.resize(m_term_begins.size() - 1);
    for (TermId term = 0; term < m_rarities.size(); ++term) {
        m_rarities[term] = rarity_for(static_cast<double>(texts(term).size()));
    }
    m_lengths.assign(size(), 0);
    double sum = 0;
    std::size_t counted = 0;
    for (TextId text = 0; text < size(); ++text) {
        double squares = 0;
        for (auto const& entry : terms(text)) {
            double const weight = entry.root * rarity(entry.term);
            squares += weight * weight;
        }
        m_lengths[text] = static_cast<float>(std::sqrt(squares));
        sum += m_lengths[text];
        counted += squares > 0 ? 1 : 0;
    }
    m_mean_length = counted == 0 ? 1.0F : static_cast<float>(sum / static_cast<double>(counted));
}

std::span<TermInText const> Corpus::terms(TextId text) const noexcept
{
    return {m_terms.data() + m_text_begins[text], m_terms.data() + m_text_begins[text + 1]};
}

std::span<TermId const> Corpus::sequence(TextId text) const noexcept
{
    return {m_sequences.data() + m_sequence_begins[text], m_sequences.data() + m_sequence_begins[text + 1]};
}

std::span<TermId const> Corpus::piece(TextId text, std::size_t number) const noexcept
{
    auto const at = m_first_pieces[text] + number;
    auto const end = at + 1 < m_first_pieces[text + 1] ? m_piece_begins[at + 1] : m_sequence_begins[text + 1];
    return {m_sequences.data() + m_piece_begins[at], m_sequences.data() + end};
}

std::span<TermId const> Corpus::last_piece(TextId text) const noexcept
{
    auto const pieces = m_first_pieces[text + 1] - m_first_pieces[text];
    return pieces == 0 ? std::span<TermId const>{} : piece(text, pieces - 1);
}

std::span<TextOfTerm const> Corpus::texts(TermId term) const noexcept
{
    if (term == no_term || term + 1 >= m_term_begins.size()) {
        return {};
    }
    return {m_texts.data() + m_term_begins[term], m_texts.data() + m_term_begins[term + 1]};
}

float Corpus::rarity(TermId term) const noexcept
{
    return term < m_rarities.size() ? m_rarities[term] : rarity_for(0);
}

float Corpus::rarity_for(double texts_with_it) const noexcept
{
    auto const ratio = (static_cast<double>(size()) + 1) / (texts_with_it + 0.5);
    return static_cast<float>(std::max(0.0, std::log(ratio)));
}

double Corpus::german_share() const noexcept
{
    auto const known = m_german_words + m_english_words;
    return known == 0 ? 0.5 : static_cast<double>(m_german_words) / static_cast<double>(known);
}

} // namespace knowwho
