// SPDX-License-Identifier: MIT
// Letters and the accents behind them as one character each, as keyboards write them.
#pragma once

#include <string>

namespace knowwho {

/// The text in normal form C: "u" and U+0308 become "ü". Quick where there is nothing to compose.
std::string composed(std::string utf8);

} // namespace knowwho
