// SPDX-License-Identifier: MIT
// The sources that a statement cites, opened: whose they are and what stands in them.
#pragma once

#include "report/briefing.hpp"
#include "report/compose.hpp"

#include <span>
#include <string>
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

} // namespace knowwho
