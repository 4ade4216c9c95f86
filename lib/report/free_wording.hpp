// SPDX-License-Identifier: MIT
// Whether a sentence in free words says no more than an opener's pattern and its cited sources.
#pragma once

#include "report/cited_sources.hpp"
#include "report/patterns.hpp"

#include <span>
#include <string>

namespace knowwho {

/// What is wrong with `sentence` as another wording of `pattern`; empty if nothing. `patterns` are all of the
/// language and form: the words of those of one kind may be mixed (and those of data/openers/free_words.txt).
std::string fault_in_free_wording(std::string_view sentence, Pattern const& pattern, std::span<Pattern const> patterns,
    CitedSources const& cited, Goals const& goals);

} // namespace knowwho
