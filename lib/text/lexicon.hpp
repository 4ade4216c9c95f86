// SPDX-License-Identifier: MIT
// The line format of data/lexicon: tab-separated, `#` starts a comment line, blank lines do not count.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace knowwho {

/// The fields of every row, as views into `bytes`.
std::vector<std::vector<std::string_view>> read_rows(std::string_view bytes);

/// Calls `take(line)` for every row, undivided; for one-column files and hot paths.
void for_each_row(std::string_view bytes, std::function<void(std::string_view)> const& take);

} // namespace knowwho
