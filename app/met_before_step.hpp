// SPDX-License-Identifier: MIT
// Whom of those on the sheet the user has talked to before, from the notebook.
#pragma once

#include "app/steps.hpp"
#include "report/met_before.hpp"

#include <vector>

namespace knowwho {

/// The last conversation with each target that did not take place at `event`, and what is still open from it.
std::vector<MetBefore> met_before_event(Notebook const& notebook, Event const& event, Ranking const& ranking);

} // namespace knowwho
