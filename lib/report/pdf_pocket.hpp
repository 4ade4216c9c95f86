// SPDX-License-Identifier: MIT
// The pocket card: the briefing on two sides of a sheet that is folded twice.
#pragma once

#include "model/date.hpp"
#include "report/briefing.hpp"
#include "report/paper.hpp"

#include <string>

namespace knowwho {

/// Four panels a side: the targets at a glance, a panel for each with the first openers and the
/// ask, then polite exits and lines to write on. `large_print` has no meaning here. The same
/// values give the same bytes. Throws as to_pdf does.
std::string to_pocket_card(Briefing const& briefing, SheetOptions const& options, Instant now);

} // namespace knowwho
