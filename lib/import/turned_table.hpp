// SPDX-License-Identifier: MIT
// Tables that have a column for every person, and their headers at the left.
#pragma once

#include "import/table.hpp"

namespace knowwho {

/// Rows for columns, if the first column has headers and the row of names names people; else as it is. Line numbers
/// become those of the columns, from 1.
Table turned_if_people_are_columns(Table raw);

} // namespace knowwho
