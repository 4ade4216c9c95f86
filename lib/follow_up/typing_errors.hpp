// SPDX-License-Identifier: MIT
// The words of the index that a mistyped one may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// Up to four indexed words: one or (from eight letters) two typing errors away, nearest and most
/// frequent first; failing these, words that hold it inside, as German compounds do.
std::vector<std::string> words_meant(Notebook const& notebook, std::string_view folded_word);

} // namespace knowwho
