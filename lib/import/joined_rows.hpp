// SPDX-License-Identifier: MIT
// Two rows about one person made one: gaps filled, talks gathered, raw cells of both kept.
#pragma once

#include "model/roster.hpp"

namespace knowwho {

/// Fills what `row` lacks from `other`, adds its talks, its unknown cells and its raw cells.
void join_row(RosterRow& row, RosterRow const& other);

/// Takes over the talks of an earlier version where the newer one has none.
void keep_talks(RosterRow& row, RosterRow const& earlier);

/// Whether `newer` brings nothing that `row`, perhaps joined from several, has not.
bool says_the_same(RosterRow const& row, RosterRow const& newer);

} // namespace knowwho
