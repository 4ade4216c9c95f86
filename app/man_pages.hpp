// SPDX-License-Identifier: MIT
// What is told about the commands outside the program: man pages and the README's list.
// All of it comes from the table that the commands are parsed by.
#pragma once

#include "app/command.hpp"

#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// A text and the file name it belongs under.
struct ManualFile {
    std::string name;
    std::string text;
};

/// knowwho.1 and a page for each command, e.g. knowwho-goals-init.1, in man(7) form.
std::vector<ManualFile> man_pages(std::span<Command const> commands);

/// The commands as a Markdown table.
std::string command_table(std::span<Command const> commands);

} // namespace knowwho
