// SPDX-License-Identifier: MIT
// The quick way to read the JSON arrays that a notebook is full of. For `store/` only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace knowwho {

/// The texts of an array and what stands behind them: a number, or nothing. They point into what was read.
struct PlainArray {
    std::vector<std::string_view> texts;
    std::string_view rest;
};

/// Reads an array of texts without an escape in any, as nearly all columns are: the parser's trees took half of the
/// time of loading a roster. Empty for everything else, which is the parser's.
std::optional<PlainArray> plain_array(std::string_view text);

} // namespace knowwho
