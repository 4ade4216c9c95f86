// SPDX-License-Identifier: MIT
// A name made fit to be part of a file's name.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// "maschinenbau-forum-2026": small letters, digits and hyphens, at most 80; empty if nothing is left.
std::string file_word(std::string_view name);

} // namespace knowwho
