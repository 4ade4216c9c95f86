// SPDX-License-Identifier: MIT
// goals.toml: what the user wants of an event, read with errors that name line and key.
#pragma once

#include "model/goals.hpp"
#include "model/language.hpp"

#include <string_view>

namespace knowwho {

/// Reads a goals file. `file_name` is for the messages only. Throws Error (input) for the first
/// thing that is wrong: broken TOML, a key or value nobody knows (with what it may have meant), a
/// value of the wrong type or out of its range, no goal. Every sentence names file, line and key.
Goals parse_goals(std::string_view toml, std::string_view file_name);

/// A commented goals file to start from, in German or English. It parses. Valid until the program ends.
std::string_view goals_template(Language language);

} // namespace knowwho
