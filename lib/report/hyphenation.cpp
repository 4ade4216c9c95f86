// SPDX-License-Identifier: MIT
// Where a German word may be broken: Liang's patterns from a dictionary of Debian's hyphen-de.
#include "report/hyphenation.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace knowwho {

namespace {

constexpr std::size_t shortest_word = 8; ///< letters; shorter ones save too little
constexpr std::size_t least_before = 3;  ///< letters before a break
constexpr std::size_t least_after = 3;

bool is_level(char c)
{
    return c >= '0' && c <= '9';
}

/// A letter of German or its neighbours as one byte of Latin-1 in small form; 0 for anything else.
char small_latin1(char32_t c)
{
    bool const capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    char32_t const small = capital ? c + 0x20 : c;
    bool const letter = (small >= 'a' && small <= 'z') || (small >= 0xDF && small <= 0xFF && small != 0xF7);
    return letter ? static_cast<char>(small) : '\0';
}

std::string as_latin1(std::string_view utf8)
{
    std::string out;
    while (!utf8.empty()) {
        char32_t const c = take_utf8(utf8);
        out += c < 0x100 ? static_cast<char>(c) : '?';
    }
    return out;
}

bool is_pattern(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return c == '.' || is_level(c) || (c >= 'a' && c <= 'z') || byte >= 0xDF;
    });
}

/// A piece between blanks without the marks around it.
struct Token {
    std::size_t first, last; ///< bytes
};

Token without_marks(std::string_view piece)
{
    static constexpr std::string_view letters_begin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\xC3";
    std::size_t const first = std::min(piece.find_first_of(letters_begin), piece.size());
    std::size_t last = piece.size();
    while (last > first && std::string_view{".,;:!?)]}"}.find(piece[last - 1]) != std::string_view::npos) {
        --last;
    }
    for (std::string_view const mark : {"“", "”", "‘", "’", "…"}) {
        if (last >= first + mark.size() && piece.substr(0, last).ends_with(mark)) {
            last -= mark.size();
        }
    }
    return {first, last};
}

} // namespace

Hyphenation::Hyphenation(std::string_view dictionary)
{
    bool const utf8 = dictionary.starts_with("UTF-8");
    std::size_t const level = dictionary.rfind("\nNEXTLEVEL");
    dictionary.remove_prefix(level == dictionary.npos ? std::min(dictionary.find('\n'), dictionary.size()) : level + 10);
    while (!dictionary.empty()) {
        std::size_t const end = std::min(dictionary.find('\n'), dictionary.size());
        std::string_view line = dictionary.substr(0, end);
        dictionary.remove_prefix(std::min(end + 1, dictionary.size()));
        line = line.substr(0, line.find('\r'));
        add_pattern(utf8 ? as_latin1(line) : std::string{line});
    }
}

void Hyphenation::add_pattern(std::string_view pattern)
{
    if (pattern.empty() || !is_pattern(pattern)) {
        return;
    }
    std::string letters, levels(1, '0');
    for (char const c : pattern) {
        if (is_level(c)) {
            levels.back() = c;
        } else {
            letters += c;
            levels += '0';
        }
    }
    m_longest = std::max(m_longest, letters.size());
    m_patterns.emplace(std::move(letters), std::move(levels));
}

/// The highest level of every place in ".word.": odd ones may break.
std::string Hyphenation::levels_of(std::string_view word) const
{
    std::string const dotted = "." + std::string{word} + ".";
    std::string levels(dotted.size() + 1, '0');
    for (std::size_t from = 0; from < dotted.size(); ++from) {
        for (std::size_t size = 1; size <= std::min(m_longest, dotted.size() - from); ++size) {
            auto const found = m_patterns.find(dotted.substr(from, size));
            for (std::size_t i = 0; found != m_patterns.end() && i < found->second.size(); ++i) {
                levels[from + i] = std::max(levels[from + i], found->second[i]);
            }
        }
    }
    return levels;
}

void Hyphenation::append_word(std::string& out, std::string_view word) const
{
    std::string latin1;
    std::size_t capitals = 0;
    for (std::string_view rest = word; !rest.empty();) {
        char32_t const c = take_utf8(rest);
        latin1 += small_latin1(c);
        capitals += c != static_cast<unsigned char>(latin1.back()) ? 1 : 0;
    }
    if (latin1.size() < shortest_word || capitals > 1 || latin1.find('\0') != std::string::npos) {
        out += word;
        return;
    }
    std::string const levels = levels_of(latin1);
    std::size_t at = 0;
    for (std::string_view rest = word; !rest.empty(); ++at) {
        bool const inside = at >= least_before && at + least_after <= latin1.size();
        // The place before letter `at` of the word is behind the dot and `at` letters.
        out += inside && (levels[at + 1] - '0') % 2 == 1 ? soft_hyphen : std::string_view{};
        std::size_t const before = rest.size();
        std::string_view const from = rest;
        take_utf8(rest);
        out += from.substr(0, before - rest.size());
    }
}

std::string Hyphenation::with_soft_hyphens(std::string_view text) const
{
    std::string out;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find_first_of(" \n-"), text.size());
        std::string_view const piece = text.substr(0, end);
        Token const word = without_marks(piece);
        out += piece.substr(0, word.first);
        append_word(out, piece.substr(word.first, word.last - word.first));
        out += piece.substr(word.last);
        out += end < text.size() ? std::string(1, text[end]) : std::string{};
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace knowwho
