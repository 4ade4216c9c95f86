// SPDX-License-Identifier: MIT
// Translations from Ding's German–English word list, found by one pass over the file.
#pragma once

#include "model/language.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// A word or phrase to be translated.
struct DictionaryQuery {
    std::vector<std::string> words;   ///< folded, one to three
    std::string written;              ///< the first word as the need has it, for finding it
    Language language = Language::german;
};

/// One translation of a query.
struct Translation {
    std::vector<std::string> words; ///< folded, stop words left out, one to three
    std::string shown;
    float trust = 1;                ///< 0 to 1 against the best supported one of the query
};

/// For each query its translations, best supported first, at most eight. Only whole entries count:
/// "Wartung" is not translated by "Wartung eines Vertrages". `entries` has one entry a line,
/// `German :: English`, parts in the same order divided by `|`, synonyms by `;`, notes in brackets.
/// One pass of some 20 ms over 25 MB, whatever the number of queries.
std::vector<std::vector<Translation>> look_up(std::string_view entries, std::span<DictionaryQuery const> queries);

} // namespace knowwho
