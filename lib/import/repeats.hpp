// SPDX-License-Identifier: MIT
// Pages and programmes name a speaker once per talk: their rows joined into one.
#pragma once

#include "model/roster.hpp"

#include <vector>

namespace knowwho {

/// Joins rows of equal names unless organisation or e-mail address contradict; the first one's place is kept.
void join_repeats(std::vector<RosterRow>& rows);

} // namespace knowwho
