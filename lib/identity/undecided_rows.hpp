// SPDX-License-Identifier: MIT
// Rows that fit two people whom the user told apart.
#pragma once

#include "identity/duplicates.hpp"
#include "identity/resolve.hpp"

#include <cstddef>
#include <vector>

namespace knowwho {

/// Such a row is nobody's until the user says whose, unless one of the two fits better by far, or was named so before, or
/// another row is the other one's. `first` has for each record, the people of the world before the rows, the first record of its group, and is
/// changed; `earlier` marks the records of earlier versions of the list.
void leave_undecided(KnownWorld const& world, PairWeights const& weights, std::vector<bool> const& earlier, std::vector<std::size_t>& first);

} // namespace knowwho
