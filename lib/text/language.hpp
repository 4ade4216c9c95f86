// SPDX-License-Identifier: MIT
// German, English, or something else: by stop words and letters first, cld2 for what is left.
#pragma once

#include "model/language.hpp"

#include <string_view>

namespace knowwho {

/// The language of a text, from its first 4,000 bytes. Short texts without a telling word ("Vice
/// President", "Kadera AG") give `unknown`, as do texts in a third language.
Language detect_language(std::string_view text);

} // namespace knowwho
