// SPDX-License-Identifier: MIT
// Rows of an understood table become people; what is nobody becomes a problem.
#pragma once

#include "import/list_reading.hpp"
#include "import/table.hpp"
#include "model/watch.hpp"

#include <functional>
#include <vector>

namespace knowwho {

/// Takes one person of a list.
using TakeRow = std::function<void(RosterRow&&)>;

/// Reads a table in one or more blocks of the same columns and hands on one row per person. Names are
/// understood as the first block writes them. Blank rows are passed over; totals, headings between rows
/// and placeholders ("N.N.") are notes; any other row without a name is a loss. The raw cells of
/// every person are kept whole. `problems` must outlive the reader.
std::function<void(Table const& block, Watch const& watch)> row_reader(Table const& first, std::vector<ColumnUse> columns, TakeRow take, std::vector<Problem>& problems);

/// The same for a whole table, the people appended to `rows`.
void build_rows(Table const& table, std::vector<ColumnUse> const& columns, std::vector<RosterRow>& rows, std::vector<Problem>& problems, Watch const& watch);

} // namespace knowwho
