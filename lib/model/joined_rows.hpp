// SPDX-License-Identifier: MIT
// Two rows about one person read as one: gaps filled, talks gathered, raw cells of both. Each is kept as it was.
#pragma once

#include "model/roster.hpp"

#include <string>

namespace knowwho {

/// What a row says in one text each.
inline constexpr std::string RosterRow::*single_texts[] = {&RosterRow::organisation, &RosterRow::unit,  &RosterRow::role,    &RosterRow::email,
                                                           &RosterRow::website,      &RosterRow::place, &RosterRow::country, &RosterRow::about};

/// Fills what `row` lacks from `other`, adds its talks, its unknown cells and its raw cells.
void join_row(RosterRow& row, RosterRow const& other);

} // namespace knowwho
