// SPDX-License-Identifier: MIT
// The meaning of a table's columns, from headers and cells together.
#pragma once

#include "import/list_reading.hpp"
#include "import/table.hpp"

#include <map>
#include <string>
#include <vector>

namespace knowwho {

struct ColumnOptions {
    /// The user's decisions: header (or "#3" for the third column) to field; they are followed.
    std::map<std::string, std::string> map;
    /// How much the headers are believed: 1 for a table's own, less for class names of HTML.
    double header_trust = 1;
};

/// One use per column. Every candidate meaning is scored from the header's words and from the
/// cells; then the best pairs are taken one after the other, each meaning once where a person has
/// only one of it. Cells outvote a header that they contradict. Throws Error (usage) if `map`
/// names a field that there is not.
std::vector<ColumnUse> understand_columns(Table const& table, ColumnOptions const& options);

/// 0 to 1: how sure it is that the rows of a table so understood are people.
double people_confidence(std::vector<ColumnUse> const& columns);

} // namespace knowwho
