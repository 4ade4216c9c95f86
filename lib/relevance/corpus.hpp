// SPDX-License-Identifier: MIT
// The texts of an event as bags of terms, with rarity, lengths and an inverted index.
#pragma once

#include "model/language.hpp"
#include "relevance/analyser.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

using TextId = std::uint32_t;

/// One term of a text, or one text of a term, with √tf: the square root of how often it stands there.
struct TermInText {
    TermId term;
    float root;
};
struct TextOfTerm {
    TextId text;
    float root;
};

/// A piece of a text, its language, and how often each of its words counts.
struct TextPiece {
    std::string_view text;
    Language language = Language::unknown;
    float weight = 1;
};

/// First all texts are added, then finish() is called once, then the rest may be asked.
class Corpus {
public:
    /// Adds a text made of pieces; TextIds count from 0. Pieces of unknown language are read as `fallback`.
    TextId add(std::span<TextPiece const> pieces, Language fallback = Language::unknown);

    /// Counts rarity and lengths and turns the index over.
    void finish();

    std::size_t size() const noexcept { return m_text_begins.size() - 1; }
    std::span<TermInText const> terms(TextId text) const noexcept;

    /// The terms in reading order, stop words left out.
    std::span<TermId const> sequence(TextId text) const noexcept;

    /// The terms of one of the pieces that the text was made of, counted from 0, in reading order.
    std::span<TermId const> piece(TextId text, std::size_t number) const noexcept;
    std::span<TermId const> last_piece(TextId text) const noexcept;

    /// The texts that have the term, by id; none for terms that came after finish().
    std::span<TextOfTerm const> texts(TermId term) const noexcept;

    /// ln((N+1)/(df+½)), N texts, df of them with the term (Robertson and Spärck Jones 1976, smoothed).
    float rarity(TermId term) const noexcept;
    float rarity_for(double texts_with_it) const noexcept;

    /// Euclidean length of the vector of √tf · rarity.
    float length(TextId text) const noexcept { return m_lengths[text]; }
    float mean_length() const noexcept { return m_mean_length; }

    /// Share of the words that are German among those whose language was said; ½ if none was.
    double german_share() const noexcept;

    Analyser& analyser() noexcept { return m_analyser; }
    Analyser const& analyser() const noexcept { return m_analyser; }

private:
    void bag_counts();
    void invert();
    void measure();

    Analyser m_analyser;
    std::vector<TermId> m_sequences;
    std::vector<std::size_t> m_sequence_begins{0};
    std::vector<std::size_t> m_piece_begins;
    std::vector<std::size_t> m_first_pieces{0}; ///< per text the first of its pieces; one more at the end
    std::vector<TermInText> m_terms;
    std::vector<std::size_t> m_text_begins{0};
    std::vector<TextOfTerm> m_texts;
    std::vector<std::size_t> m_term_begins{0};
    std::vector<float> m_rarities;
    std::vector<float> m_lengths;
    float m_mean_length = 1;
    std::size_t m_german_words = 0;
    std::size_t m_english_words = 0;
    std::vector<std::pair<TermId, float>> m_counts; ///< scratch
};

} // namespace knowwho
