// SPDX-License-Identifier: MIT
// Word forms to stems: Snowball for German and English, its mistakes mended by data/lexicon/stems.tsv,
// and women's forms of professions.
#pragma once

#include "model/language.hpp"

#include <memory>
#include <string_view>

namespace knowwho {

/// Stems folded words (text/tokens.hpp). About a microsecond a word. Not for several threads at once.
class Stemmer {
public:
    Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    /// The stem of a folded word; in German "leiterinnen" meets "leiter" first, as the scorer asks
    /// for the profession. Words of an unknown language, and with digits, stay as they are. The view
    /// is valid until the next call.
    std::string_view stem(std::string_view folded_word, Language language);

private:
    struct Snowball;
    std::unique_ptr<Snowball> m_snowball;
};

/// "leiterin" and "leiterinnen" to "leiter"; anything that is no women's form of a profession as it is.
std::string_view without_feminine_ending(std::string_view folded_german_word) noexcept;

} // namespace knowwho
