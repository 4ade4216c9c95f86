// SPDX-License-Identifier: MIT
// The targets as vCards 4.0 (RFC 6350), from what the list says and nothing else.
#pragma once

#include "report/briefing.hpp"
#include "report/compose.hpp"

#include <string>

namespace knowwho {

/// One card per target, in their order, each with a note of the event.
std::string to_vcards(Briefing const& briefing, BriefingInput const& input);

} // namespace knowwho
