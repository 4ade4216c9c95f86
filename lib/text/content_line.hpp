// SPDX-License-Identifier: MIT
// The lines that calendars (RFC 5545) and address cards (RFC 6350) are made of.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// A value of type TEXT: backslash, comma, semicolon and line feed escaped; carriage returns and NUL go.
std::string escaped_text(std::string_view text);

/// The line folded at 75 bytes, never inside a character, and ended by CR LF (RFC 5545, 3.1; RFC 6350, 3.2).
std::string folded_line(std::string_view line);

} // namespace knowwho
