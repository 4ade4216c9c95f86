// SPDX-License-Identifier: MIT
// Lists with a row per company and columns "Participant 1", "Participant 2": a row for each of them.
#pragma once

#include "import/table.hpp"

namespace knowwho {

/// The table with one row per person where columns of names are numbered; otherwise as it was. The
/// cells that are not numbered stand in every row.
Table unfold_numbered_people(Table table);

} // namespace knowwho
