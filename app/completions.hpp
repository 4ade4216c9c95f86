// SPDX-License-Identifier: MIT
// What the tab key offers in three shells; from the table that the commands are parsed by.
#pragma once

#include "app/man_pages.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// knowwho.bash, _knowwho (zsh) and knowwho.fish.
std::vector<ManualFile> completions(std::span<Command const> commands);

} // namespace knowwho
