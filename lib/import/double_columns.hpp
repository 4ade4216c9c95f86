// SPDX-License-Identifier: MIT
// Columns that say two things: "Firma / Ort" above "Beispiel AG / Bremen".
#pragma once

#include "import/table.hpp"

#include <map>
#include <string>

namespace knowwho {

/// The table with such columns parted in two, where both halves of the header are known words of different
/// meaning and most cells are parted by one sign; otherwise as it was. Columns in `decided`, by header, are the user's.
Table part_double_columns(Table table, std::map<std::string, std::string> const& decided);

} // namespace knowwho
