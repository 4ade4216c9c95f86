// SPDX-License-Identifier: MIT
// What one had better not say: found in generated sentences and in the user's own.
#pragma once

#include "model/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

enum class LintKind { flattery, self_praise, hidden_ask, belittling, unverifiable, counting_i, sensitive, too_long };

/// One finding in one sentence.
struct LintFinding {
    LintKind kind = LintKind::flattery;
    std::size_t line = 1;  ///< 1-based line of the text
    std::string sentence;
    std::string words;     ///< what caused it, as written; for too_long the number of words
    std::string reason;    ///< what is wrong and what to do instead, in the language given
};

/// Looks through all sentences of a text in German or English (data/openers/lint.tsv), in their
/// order. A hidden ask is one behind a personal beginning in the same paragraph.
std::vector<LintFinding> lint(std::string_view text, Language language);

/// "flattery", "self_praise", …
std::string_view name_of(LintKind kind);

} // namespace knowwho
