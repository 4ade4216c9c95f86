// SPDX-License-Identifier: MIT
// Rows of an understood table become people; what is nobody becomes a problem.
#pragma once

#include "import/list_reading.hpp"
#include "import/table.hpp"
#include "model/watch.hpp"

#include <vector>

namespace knowwho {

/// Appends one row per person to `rows`. Blank rows are passed over; totals, headings between rows
/// and placeholders ("N.N.") are notes; any other row without a name is a loss. The raw cells of
/// every person are kept whole.
void build_rows(Table const& table, std::vector<ColumnUse> const& columns, std::vector<RosterRow>& rows, std::vector<Problem>& problems, Watch const& watch);

} // namespace knowwho
