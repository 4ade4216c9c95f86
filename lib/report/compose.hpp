// SPDX-License-Identifier: MIT
// Makes the briefing out of what the stages before have found: values in, values out.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "report/briefing.hpp"
#include "report/met_before.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// What a briefing is made of. Everything referred to must outlive the call only.
struct BriefingInput {
    Goals const& goals;
    std::span<Candidate const> candidates;
    std::span<Match const> matches; ///< `candidate` points into the candidates
    Shortlist const& shortlist;     ///< points into the matches
    PartialDate today;              ///< for "as of" and for what is stale
    std::string list_name;          ///< file name of the list, or of the lists joined by commas
    std::vector<std::string> resources; ///< further sentences on what was used
    std::span<MetBefore const> met = {}; ///< attendees met at an earlier event, one entry each
};

/// The same input gives the same briefing. The grounding check has run over it: what no source
/// carries is not in it but in `dropped`.
Briefing compose(BriefingInput const& input);

} // namespace knowwho
