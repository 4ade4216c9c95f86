// SPDX-License-Identifier: MIT
// The view of company: words that stand beside the same words mean something alike (Firth 1957).
#pragma once

#include "relevance/corpus.hpp"
#include "relevance/principal_space.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace knowwho {

/// Vectors of words learnt from the event's own texts: positive pointwise mutual information of words
/// within 8 of each other, counted (9 - distance) / 8, context counts to the power of ¾, brought to 256
/// dimensions, singular values left out, each of unit length (Levy, Goldberg and Dagan 2015: exponent 0
/// does as well as ½). A text is Σ √tf · rarity^1.5 · vector, of unit length, minus the mean of the texts.
/// Looks at the first 200 words of each text of the pool and at the 3,000 most frequent words that come
/// three times at least, so that time and memory have a bound: some two seconds for 1,000 long texts.
class CompanyView {
public:
    /// The corpus must outlive the view.
    CompanyView(Corpus const& corpus, std::span<TextId const> pool);

    /// `need`: its terms in order. `likeness` gets one value per text of the pool: the cosine, 0 if negative.
    void compare(std::span<TermId const> need, std::vector<float>& likeness) const;

private:
    void choose_words(std::span<TextId const> pool);
    SparseRows count_company(std::span<TextId const> pool) const;
    std::vector<PrincipalRow> random_signs() const;
    void place_texts(std::span<TextId const> pool);
    PrincipalRow place_of(std::span<TermInText const> terms) const;

    Corpus const& m_corpus;
    std::vector<TermId> m_words;           ///< by falling frequency
    std::vector<std::uint32_t> m_index;    ///< of a term among them, or `no_word`
    std::vector<PrincipalRow> m_vectors;   ///< of the words
    std::vector<PrincipalRow> m_texts;     ///< of the pool
    PrincipalRow m_mean{};
};

} // namespace knowwho
