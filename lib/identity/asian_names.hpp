// SPDX-License-Identifier: MIT
// Chinese, Korean and Vietnamese names in Latin letters: their syllables and their few family names.
#pragma once

#include <string_view>

namespace knowwho {

/// Whether a folded word can be one syllable of Pinyin, Wade–Giles or a Korean romanisation.
bool is_asian_syllable(std::string_view key);

/// Whether a folded word can be two such syllables written as one: "xiaoming", "minjun".
bool is_two_asian_syllables(std::string_view key);

/// One of the common family names: "wang", "kim", "nguyen".
bool is_asian_family(std::string_view key);

} // namespace knowwho
