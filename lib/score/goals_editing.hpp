// SPDX-License-Identifier: MIT
// Changes single values of a goals file and leaves every other byte as its writer left it.
#pragma once

#include "model/goals.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// One goal as it shall be, and which one of the file it was, counted from 0; empty if it is new.
struct EditedGoal {
    Goal goal;
    std::optional<std::size_t> origin;
};

/// What a goals file shall say. What is read of others ([[read]]) is not touched.
struct GoalsEdit {
    EventPlan event;
    Profile me;
    std::vector<EditedGoal> goals; ///< those of the file in its order, then new ones; one that is missing goes
};

/// The text with these values. Comments, order and spelling of all that did not change stay; an empty text
/// becomes a new file. A goal that goes takes its own lines along, but not the comment above the next one.
/// Throws Error (input) as parse_goals() does for a text that is no sound goals file before or after, and
/// Error (usage) for one that is written so that a value cannot be changed without losing something.
std::string edit_goals(std::string_view toml, GoalsEdit const& edit);

} // namespace knowwho
