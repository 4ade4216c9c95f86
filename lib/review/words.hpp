// SPDX-License-Identifier: MIT
// The fixed words of the pages in the language of who looks at them.
#pragma once

#include "model/error.hpp"
#include "model/language.hpp"
#include "report/phrases.hpp"
#include "review/said_sentences.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho::review {

/// The words of the pages: data/templates/review/words.tsv.
class PageWords : public Phrases {
public:
    /// Everything but german is english.
    explicit PageWords(Language language) : Phrases(language, "templates/review/words.tsv") {}

    /// "1 Person" or "240 Personen": the keys `key`_one and `key`_many, with `{count}`.
    std::string count(std::string_view key, std::size_t count) const;

    /// A sentence that another part of the program said in English; as it is if it has no other words for it.
    std::string said(std::string_view sentence) const;

    /// Sentence and way out of an error.
    std::string said(Error const& error) const;

private:
    SaidSentences m_sentences;
};

/// The better of the two languages for an Accept-Language header (RFC 9110, 12.5.4); English if it names neither.
Language preferred_language(std::string_view accept_language);

/// "0,62" or "0.62".
std::string decimal(double value, int digits, Language language);

} // namespace knowwho::review
