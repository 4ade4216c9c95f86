// SPDX-License-Identifier: MIT
// The briefing for machines.
#pragma once

#include "report/briefing.hpp"

#include <string>

namespace knowwho {

/// One JSON object in UTF-8 with a line end; the keys are in the order of the sheet.
std::string to_json(Briefing const& briefing);

} // namespace knowwho
