// SPDX-License-Identifier: MIT
// A row of a list beside the same row of an earlier version of the list.
#pragma once

#include "model/roster.hpp"

namespace knowwho {

/// Takes over the talks of an earlier version where the newer one has none.
void keep_talks(RosterRow& row, RosterRow const& earlier);

/// Whether `newer` brings nothing that `row`, perhaps joined from several, has not.
bool says_the_same(RosterRow const& row, RosterRow const& newer);

} // namespace knowwho
