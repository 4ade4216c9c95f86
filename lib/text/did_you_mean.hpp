// SPDX-License-Identifier: MIT
// "Did you mean …?": the known word that a mistyped one stands nearest to.
#pragma once

#include <span>
#include <string_view>

namespace knowwho {

/// The nearest of the known words by the Damerau–Levenshtein distance, case and accents aside; the
/// first of equally near ones. Empty if none is as near as a third of the longer word's letters
/// (one letter is always allowed), unless exactly one known word begins with what was typed.
std::string_view did_you_mean(std::string_view typed, std::span<std::string_view const> known);

} // namespace knowwho
