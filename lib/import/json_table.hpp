// SPDX-License-Identifier: MIT
// Objects of one kind as a table with a column for every key.
#pragma once

#include "import/json_walk.hpp"
#include "import/table.hpp"

#include <vector>

namespace knowwho {

/// A row per object: with its own members, "key inner" for those of objects inside, what is told of the person
/// beside the object, and the talk that it stands in or points to.
Table json_table(std::vector<JsonObject> const& objects, JsonWalk const& document, Texts& texts);

} // namespace knowwho
