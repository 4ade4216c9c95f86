// SPDX-License-Identifier: MIT
// Where sentences begin and end, in German and English.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace knowwho {

/// Bytes [begin, end) of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const noexcept { return end - begin; }
    std::string_view of(std::string_view text) const noexcept { return text.substr(begin, end - begin); }
    friend bool operator==(TextRange const&, TextRange const&) = default;
};

/// The sentences of `utf8` in order, without the white space around them. A line break always ends
/// one. Abbreviations ("z. B.", "Dr.", "e.g."), initials, ordinals and dates ("am 3. März") do not;
/// closing quotation marks and brackets belong to the sentence that they close. Linear in the text.
std::vector<TextRange> split_sentences(std::string_view utf8);

} // namespace knowwho
