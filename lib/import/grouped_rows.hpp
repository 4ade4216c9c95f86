// SPDX-License-Identifier: MIT
// Houses and countries that a table writes once for all the rows below, as a merged cell of a printed list does.
#pragma once

#include "import/list_reading.hpp"
#include "import/table.hpp"

#include <vector>

namespace knowwho {

/// The columns in front of the names whose cells hold for the rows below, too: no value comes twice,
/// the first person has one, at least half of all have none (fewer where mailboxes, roles or another such column speak for
/// it), and the people are not in the order of their names.
std::vector<std::size_t> columns_of_groups(Table const& table, std::vector<ColumnUse> const& columns);

/// Repeats what such columns say in the empty cells below it. A new value in one of them ends those behind it.
/// Returns how many cells were filled.
int fill_groups(Table& table, std::vector<ColumnUse> const& columns);

} // namespace knowwho
