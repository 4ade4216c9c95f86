// SPDX-License-Identifier: MIT
// Which words of a need say whom it asks for.
#pragma once

#include "model/language.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One word of a need on its way to becoming a NeedWord.
struct ReadWord {
    std::string written;
    std::string folded;
    float emphasis = 1;  ///< under 1 for what describes the asker, not the one asked for
    bool part = false;   ///< a part of the compound that stands before it
};

/// The words of a need without stop words and words of wishing ("suchen", "people who").
std::vector<ReadWord> read_need_words(std::string_view text, Language language);

/// Puts the parts of German compounds behind them, and shares the emphasis. `is_word` is asked about
/// words as written in lower case.
void split_compounds(std::vector<ReadWord>& words, std::function<bool(std::string_view)> const& is_word);

/// Places of the words of every run of one to three words; parts run with parts of the same compound.
std::vector<std::vector<std::size_t>> phrases_of(std::span<ReadWord const> words);

/// "Prüfung" and "Ärzte" to "prüfung" and "ärzte", and back.
std::string lower_case(std::string_view word);
std::string capitalised(std::string_view lower_case_word);

} // namespace knowwho
