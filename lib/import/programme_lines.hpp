// SPDX-License-Identifier: MIT
// The lines of a programme: "09:30 Heat from Rivers – Anna Berg (Beispiel AG)".
#pragma once

#include "import/text_columns.hpp"

#include <vector>

namespace knowwho {

/// Every speaker as a block of lines: name, talk, time. The lines as they are where few of them are so.
std::vector<TextLine> part_programme(std::vector<TextLine> const& lines);

} // namespace knowwho
