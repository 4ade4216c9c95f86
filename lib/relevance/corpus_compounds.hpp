// SPDX-License-Identifier: MIT
// The compounds of a corpus that hold a given word: "Fernwartung" and "Wartungsplan" for "Wartung".
#pragma once

#include "relevance/analyser.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

inline constexpr float compound_discount = 0.7F;

struct FoundCompound {
    std::size_t part; ///< index into the words asked for
    TermId term;      ///< of the compound
    std::string word; ///< the compound, folded
};

/// All words seen by `analyser` that begin or end with one of the folded words (of five letters at
/// least) and have three letters more. One pass over the vocabulary, about 20 ns a letter.
std::vector<FoundCompound> compounds_with(Analyser const& analyser, std::span<std::string const> parts);

} // namespace knowwho
