// SPDX-License-Identifier: MIT
// A text as a CSV cell that comes back as it was and that no spreadsheet runs.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// Cleaned to one line, quoted after RFC 4180 where needed; a text that a spreadsheet would take
/// for a formula (=, +, -, @ in front) gets an apostrophe before it (OWASP, "CSV Injection").
std::string csv_cell(std::string_view text);

} // namespace knowwho
