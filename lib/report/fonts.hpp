// SPDX-License-Identifier: MIT
// The fonts that the sheet is set in.
#pragma once

#include <string>
#include <vector>

namespace knowwho {

/// A font family, and the Debian package that brings it.
struct SheetFont {
    std::string family;
    std::string package;
    std::string purpose; ///< "Chinese, Japanese and Korean names"
};

/// Those of the sheet's fonts that are not installed; others are put in their place then.
std::vector<SheetFont> missing_fonts();

} // namespace knowwho
