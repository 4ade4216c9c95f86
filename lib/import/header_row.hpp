// SPDX-License-Identifier: MIT
// Where the header stands, what is only title lines above it, and where a second table begins.
#pragma once

#include "import/table.hpp"
#include "model/problem.hpp"

#include <vector>

namespace knowwho {

/// Cuts a raw table (no headers yet) into its sections: each header row begins one; lines above the
/// first are named in `problems` as notes and left out. A table without any header row comes
/// back as one section whose `header_line` is 0.
std::vector<Table> find_headers(Table raw, std::vector<Problem>& problems);

} // namespace knowwho
