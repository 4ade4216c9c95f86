// SPDX-License-Identifier: MIT
// Texts to sequences of terms: words folded, stop words dropped, the rest stemmed.
#pragma once

#include "model/language.hpp"
#include "relevance/interner.hpp"
#include "text/stems.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Turns texts into terms of one vocabulary. Hyphenated words give their parts and the joined form.
/// Remembers every word, so that one seen before costs a look-up. Not for several threads at once.
class Analyser {
public:
    /// Appends the terms of `text` to `terms`, in order. Stop words and single letters are left out.
    void read(std::string_view text, Language language, std::vector<TermId>& terms);

    /// The term of one folded word, new or not; `no_term` for stop words and single letters.
    TermId term_of(std::string_view folded_word, Language language);

    /// The same for a word that may be unknown to the vocabulary: `no_term` then.
    TermId find_term(std::string_view folded_word, Language language);

    /// The term of a folded word that was read before in that language; `no_term` for others. For several threads at once.
    TermId known_term(std::string_view folded_word, Language language) const;

    Interner const& vocabulary() const noexcept { return m_vocabulary; }

    /// The distinct folded words seen so far with their terms, in order of their first appearance.
    std::size_t word_count() const noexcept { return m_words.size(); }
    std::string_view word(std::size_t index) const noexcept { return m_words.text(static_cast<TermId>(index)).substr(1); }
    TermId word_term(std::size_t index) const noexcept { return m_word_terms[index]; }

private:
    void end_joined(Language language, std::vector<TermId>& terms);

    Stemmer m_stemmer;
    Interner m_words; ///< a letter for the language, then the word
    std::vector<TermId> m_word_terms;
    Interner m_vocabulary;
    std::string m_key;
    std::string m_joined;
    int m_joined_parts = 0;
};

} // namespace knowwho
