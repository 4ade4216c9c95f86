// SPDX-License-Identifier: MIT
// What the columns of all tables of a file mean, and how sure it is that they name people.
#pragma once

#include "import/found_tables.hpp"
#include "import/read_list.hpp"

namespace knowwho {

constexpr double least_people_confidence = 0.3; ///< a table below it names nobody
constexpr double sure_table = 0.55; ///< a delimited file below this is also tried as plain text

/// Finds the columns of every table, once.
void understand_all(FoundTables& found, ReadOptions const& options);

/// How sure the best table is one of people: by its names, and a little by what else is surely understood.
double best_confidence(FoundTables& found, ReadOptions const& options);

} // namespace knowwho
