// SPDX-License-Identifier: MIT
// What commas mean in the lines of one list.
#pragma once

#include "import/person_line.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

/// How the lines of one list use the comma, by vote.
CommaHabit find_comma_habit(std::vector<std::string_view> const& lines);

} // namespace knowwho
