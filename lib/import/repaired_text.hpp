// SPDX-License-Identifier: MIT
// What happened to a text on its way, put right before anything is read.
#pragma once

#include <string>

namespace knowwho {

/// Characters that were encoded twice, accents that stand behind their letters, and tables drawn with
/// box characters, whose lines become bars and dashes. Anything else stays; quick where there is nothing to do.
std::string repaired(std::string utf8);

} // namespace knowwho
