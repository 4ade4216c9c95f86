// SPDX-License-Identifier: MIT
// The sources that a statement cites, opened: whose they are and what stands in them.
#pragma once

#include "report/briefing.hpp"
#include "report/compose.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The least probability of a link that may be quoted without the user's word.
inline constexpr double least_probability = 0.99;

/// What a statement about `person` may draw from.
struct CitedSources {
    Candidate const* person = nullptr;
    bool row = false;
    std::vector<Evidence const*> texts;
    MetBefore const* met = nullptr; ///< the user's note of the last conversation
    std::string fault; ///< why a number may not be cited here; empty if all may

    /// Everything that is written in them, one piece a line.
    std::string all_text() const;
};

/// Opens the numbers; `fault` says what is wrong with them.
CitedSources open_sources(
    Briefing const& briefing, BriefingInput const& input, Candidate const& person, std::vector<int> const& numbers);

/// The same for sources that have no number yet.
CitedSources sources_about(Candidate const& person, std::span<Source const> sources);

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
