// SPDX-License-Identifier: MIT
// Where a German word may be broken: Liang's patterns from a dictionary of Debian's hyphen-de.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace knowwho {

/// The mark that stands where a word may be broken, U+00AD.
inline constexpr std::string_view soft_hyphen = "\u00ad";

/// Where Debian's hyphen-de keeps the German dictionary.
inline constexpr char const* german_hyphenation_file = "/usr/share/hyphen/hyph_de_DE.dic";

class Hyphenation {
public:
    /// `dictionary` is the text of a hyph_*.dic: its first line names the encoding (ISO8859-1 or UTF-8), one
    /// pattern a line; of several levels the last one counts, which knows the syllables. Nothing is kept of it.
    explicit Hyphenation(std::string_view dictionary);

    /// The text with soft hyphens in its longer words. Words with digits, dots or a letter of another script
    /// (names of files and sites, abbreviations) stay whole, as do those in capitals.
    std::string with_soft_hyphens(std::string_view text) const;

    bool empty() const noexcept { return m_patterns.empty(); }

private:
    void add_pattern(std::string_view pattern);
    std::string levels_of(std::string_view word) const;
    void append_word(std::string& out, std::string_view word) const;

    std::unordered_map<std::string, std::string> m_patterns; ///< letters (Latin-1) and the levels between them
    std::size_t m_longest = 0;
};

} // namespace knowwho
