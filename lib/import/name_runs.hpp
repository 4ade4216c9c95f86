// SPDX-License-Identifier: MIT
// Paragraphs that name people one after the other: "Anna Berg (Beispiel AG); Bert Tal (Amt Tal); ...".
#pragma once

#include <string_view>
#include <vector>

namespace knowwho {

/// The entries of the paragraph, views into it, a label in front ("Committee:") as the first of them.
/// Empty unless there are three or more people, parted by semicolons, or by commas behind brackets.
std::vector<std::string_view> entries_of_run(std::string_view paragraph);

} // namespace knowwho
