// SPDX-License-Identifier: MIT
// Texts from lists and pages made safe to print: no control characters, no hidden direction marks.
#include "report/clean_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace knowwho {

namespace {

struct Range {
    char32_t first, last;
};

/// Characters that show nothing but change what is around them.
constexpr std::array<Range, 14> hidden{{
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xE0000, 0xE0FFF},
}};

constexpr std::array<Range, 5> blank{{
    {0x0000, 0x0020}, {0x007F, 0x00A0}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x3000, 0x3000},
}};

template <std::size_t N>
bool is_in(std::array<Range, N> const& ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

/// Non-characters may not stand in HTML or XML.
bool is_noncharacter(char32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

} // namespace

std::string clean_line(std::string_view text)
{
    std::string out;
    out.reserve(std::min<std::size_t>(text.size(), 4096));
    bool gap = false;
    while (!text.empty()) {
        char32_t const c = take_utf8(text);
        if (is_in(hidden, c) || is_noncharacter(c)) {
            continue;
        }
        if (is_in(blank, c)) {
            gap = !out.empty();
            continue;
        }
        if (gap) {
            out += ' ';
            gap = false;
        }
        append_utf8(out, c);
    }
    return out;
}

std::string clean_line(std::string_view text, std::size_t limit)
{
    // A hostile cell may be megabytes long: what can't be printed is not even read.
    std::string line = clean_line(text.substr(0, limit * 16));
    std::string_view rest = line;
    std::size_t count = 0, last_space = 0;
    while (!rest.empty() && count + 1 < limit) {
        if (rest.front() == ' ') {
            last_space = line.size() - rest.size();
        }
        take_utf8(rest);
        ++count;
    }
    if (utf8_length(rest) <= 1 && text.size() <= limit * 16) {
        return line;
    }
    std::size_t const hard_end = line.size() - rest.size();
    line.resize(last_space > hard_end / 2 ? last_space : hard_end);
    return line + "…";
}

bool is_web_link(std::string_view link)
{
    auto const starts = [link](std::string_view scheme) {
        return link.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), link.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
        });
    };
    bool const plain = std::all_of(link.begin(), link.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '`' && c != '\\';
    });
    return link.size() <= 2000 && plain && (starts("https://") || starts("http://"));
}

} // namespace knowwho
