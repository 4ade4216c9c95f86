// SPDX-License-Identifier: MIT
// Keys for comparing: what is left of a text when case, accents, script and punctuation don't count.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

/// Lower case base letters and digits, words separated by one blank: "Ärzte-Straße 5" gives
/// "arzte strasse 5". Latin, Greek and Cyrillic become ASCII (ß ss, æ ae, ø o, ł l, þ th, Ж zh);
/// other scripts keep their letters, compatibility forms unified. Bad bytes act as blanks.
/// Folding again changes nothing.
std::string fold(std::string_view utf8);

/// As fold(), appended to `key`, so that hot loops can reuse its memory.
void append_fold(std::string& key, std::string_view utf8);

/// The key by which spellings of one name meet: fold(), with ae, oe and ue back to a, o and u
/// (not after another vowel or q, so Bauer stays) and without apostrophes: Müller = Mueller = Muller,
/// O'Brien = OBrien. For comparing two names folded alike only, never for display.
std::string fold_name(std::string_view utf8);

} // namespace knowwho
