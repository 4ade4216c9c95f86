// SPDX-License-Identifier: MIT
// The characters of a written name, each kind of them in one spelling.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// Blanks of every kind as one, dashes as "-", quotes as '"' and "'"; ornaments and what cannot be seen are gone. Of a text
/// longer than 500 bytes the rest is left out: it is no name.
std::string unified_name(std::string_view written);

} // namespace knowwho
