// SPDX-License-Identifier: MIT
// Names in Han, Hangul or Kana, where the family name comes first without a blank.
#pragma once

#include "model/name.hpp"

#include <string_view>

namespace knowwho {

/// Splits "王小明" and "김철수" into family and given name. False, changing nothing, for other scripts.
bool split_native(std::string_view word, PersonName& name);

} // namespace knowwho
