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

/// The options that stand before or behind every command.
Options global_options(Globals& globals);

/// What a command declares, and what every command takes, to be told of: their `value` points at nothing any more.
std::vector<OptionEntry> option_entries(Command const& command);
std::vector<OptionEntry> global_entries();

/// Throws Error (usage) with a hint for words it does not know; "did you mean" where something is near.
Invocation parse_command_line(std::span<Command const> commands, std::span<char const* const> words);

} // namespace knowwho
