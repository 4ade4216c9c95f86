// SPDX-License-Identifier: MIT
// Any script in Latin letters, so that names written in different scripts can be laid side by side.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// The text in ASCII by ICU's rules (Any-Latin; Latin-ASCII): "バラク" gives "baraku", Chinese its Pinyin
/// without tones, Arabic and Hebrew hardly any vowels. Text that fold() reads (Latin, Greek, Cyrillic) is
/// given back as it is, and so is what lies behind the first 400 bytes.
std::string romanise(std::string_view utf8);

} // namespace knowwho
