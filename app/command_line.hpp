// SPDX-License-Identifier: MIT
// The words of the command line, understood.
#pragma once

#include "app/command.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What the words before and behind the command say about every command.
struct Globals {
    std::string notebook;
    std::string data;
    std::string today; ///< ISO date; empty: ask the clock
    bool quiet = false;
    bool verbose = false;
};

/// What is to be done: run a command, or print a text and be done.
struct Invocation {
    Globals globals;
    Command const* command = nullptr;
    std::string print; ///< help or version, if `command` is null
};

/// Throws Error (usage) with a hint for words it does not know; "did you mean" where something is near.
Invocation parse_command_line(std::span<Command const> commands, std::span<char const* const> words);

} // namespace knowwho
