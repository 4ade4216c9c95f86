// SPDX-License-Identifier: MIT
// German compounds taken apart: "instandhaltungssoftware" holds "instandhaltung" and "software".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The two parts of a folded German word, without the linking s, es, n, en, er or e between them;
/// none if the word is no compound of words that `is_word` knows. The longest last part wins, as the
/// last part says what the thing is; parts have at least four letters. A part may be a compound
/// itself: ask again. `is_word` is asked about folded forms, at most some 60 times.
std::vector<std::string> split_compound(std::string_view folded_word,
                                        std::function<bool(std::string_view)> const& is_word);

} // namespace knowwho
