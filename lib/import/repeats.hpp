// SPDX-License-Identifier: MIT
// Pages and programmes name a speaker once per talk: their rows joined into one.
#pragma once

#include "model/roster.hpp"

#include <vector>

namespace knowwho {

/// Joins rows of equal names; the first one's place is kept. Where organisations or e-mail addresses say that several
/// people bear a name, only rows that share one of these are joined: whose a row without them is nobody can tell.
void join_repeats(std::vector<RosterRow>& rows);

} // namespace knowwho
