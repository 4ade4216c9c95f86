// SPDX-License-Identifier: MIT
// Authors with the numbers of their houses: "A. Meier¹, B. Huber²" above "¹ TU Wien".
#pragma once

#include "import/table.hpp"
#include "import/text_columns.hpp"

#include <vector>

namespace knowwho {

/// Every person of such a line in a line of their own, with the houses that their numbers stand for; the
/// lines that explain the numbers are left out. Other lines stay as they are.
std::vector<TextLine> look_up_notes(std::vector<TextLine> const& lines, Texts& texts);

} // namespace knowwho
