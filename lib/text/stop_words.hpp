// SPDX-License-Identifier: MIT
// Words that carry no topic: articles, pronouns, auxiliaries, in German and English.
#pragma once

#include "model/language.hpp"

#include <string_view>

namespace knowwho {

/// Whether a folded word is a stop word of that language; of either where it is unknown.
/// The lists are data/lexicon/stopwords_de.txt and stopwords_en.txt.
bool is_stop_word(std::string_view folded_word, Language language);

} // namespace knowwho
