// SPDX-License-Identifier: MIT
// Whether what a sentence says stands in its sources: words in other forms, titles and numbers to the letter.
#pragma once

#include "report/cited_sources.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Leaves of quoted words those that the sources or the goals have, spelled as the sources spell them
/// ("mitgliedsfirmen" is "Mitgliedsfirmen"); at least the first one stays.
void keep_carried(std::vector<std::string>& pieces, std::string const& sources, std::string const& goals);

/// Whether `part`, compared folded, stands in `text`; a part that ends in "…" needs to begin there.
bool stands_in(std::string_view text, std::string_view part);

/// All that the user wrote in goals.toml, one piece a line.
std::string text_of_goals(Goals const& goals);

/// What is wrong with a sentence of the scorer about the cited sources; empty if nothing. Quoted
/// pieces must stand in the sources or in the goals; other words must be those that such sentences
/// are made of (data/openers/frame_words.txt).
std::string fault_in_reason(std::string_view sentence, CitedSources const& cited, Goals const& goals);

} // namespace knowwho
