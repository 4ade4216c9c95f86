// SPDX-License-Identifier: MIT
// How a file may be read otherwise than it was found: encoding, delimiter, sheet.
#pragma once

#include "import/list_reading.hpp"
#include "review/words.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateDictionary;
}

namespace knowwho::review {

/// What was chosen; everything empty is as it is found.
struct ReadingChoice {
    std::string encoding;
    std::optional<char> delimiter;
    std::string sheet; ///< empty: all that are not hidden
};

/// Encodings that can be chosen, most usual first.
std::span<std::string_view const> list_encodings();

/// "comma", "semicolon", "tab", "bar" or "caret"; empty for any other word.
std::optional<char> delimiter_of_word(std::string_view word);

/// The section READING with a choice each, of what the format has: an encoding where it is text, a delimiter where it is
/// delimited, a sheet where there are several.
void add_reading_choices(ctemplate::TemplateDictionary& parent, PageWords const& words, ListReading const& reading, ReadingChoice const& chosen);

} // namespace knowwho::review
