// SPDX-License-Identifier: MIT
// Several people in one cell, each with what belongs to them: "Anna Berg (Beispiel AG), Bert Tal (Muster GmbH)".
#pragma once

#include "import/person_line.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

/// The people of a cell or a line that names two or more, each with a bracket of their own, in a line of
/// their own, or behind a semicolon. Empty unless every part names somebody: then the text is read as a whole.
std::vector<std::string_view> parts_naming_people(std::string_view text, CommaHabit habit = CommaHabit::unknown);

/// The same, read.
std::vector<PersonLine> people_in_cell(std::string_view text, CommaHabit habit = CommaHabit::unknown);

} // namespace knowwho
