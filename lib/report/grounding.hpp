// SPDX-License-Identifier: MIT
// The check on a finished briefing: which source carries every name, number, date, title and quote.
#pragma once

#include "report/briefing.hpp"
#include "report/compose.hpp"

#include <vector>

namespace knowwho {

/// Takes every statement of the briefing apart and looks for each piece in the sources that it
/// cites: verbatim, or by a listed transformation (dates in words, legal forms left out, declined
/// organisations, shortened titles, single for double quotation marks). Sources must be of that
/// person, linked with a probability of at least 0.99 or by the user, and marked if stale.
/// Knows nothing of how the briefing was made. Empty if all is well.
std::vector<GroundingFault> check_grounding(Briefing const& briefing, BriefingInput const& input);

/// Takes out what the check finds, and returns the findings. A name that fails is replaced by
/// that of the list.
std::vector<GroundingFault> drop_ungrounded(Briefing& briefing, BriefingInput const& input);

} // namespace knowwho
