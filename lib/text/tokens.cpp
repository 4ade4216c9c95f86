// SPDX-License-Identifier: MIT
#include "text/tokens.hpp"

#include "text/folding.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <array>

namespace knowwho {
namespace {

constexpr std::size_t longest_word = 64;

enum class ByteKind : unsigned char { gap, word, beyond_ascii };

constexpr auto byte_kinds = [] {
    auto kinds = std::array<ByteKind, 256>{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        bool const digit = byte >= '0' && byte <= '9';
        bool const letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' && byte < 0x80;
        kinds[byte] = byte >= 0x80 ? ByteKind::beyond_ascii : digit || letter ? ByteKind::word : ByteKind::gap;
    }
    return kinds;
}();

ByteKind kind_of(char byte) noexcept
{
    return byte_kinds[static_cast<unsigned char>(byte)];
}

/// Letters, digits and the marks that sit on letters.
bool belongs_to_word(char32_t code_point) noexcept
{
    auto const c = static_cast<UChar32>(code_point);
    return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == 0xAD;
}

bool joins_words(std::string_view gap) noexcept
{
    return gap == "-" || gap == "'" || gap == "’" || gap == "‐" || gap == "‑";
}

bool breaks_clause(std::string_view gap) noexcept
{
    return gap.find_first_of(".!?;:()\n") != std::string_view::npos;
}

} // namespace

bool Words::next()
{
    while (m_position < m_text.size()) {
        skip_gap();
        take_word();
        if (m_end > m_begin && m_end - m_begin <= longest_word) {
            fold_word();
            if (!m_folded.empty()) {
                return true;
            }
        }
    }
    return false;
}

void Words::skip_gap()
{
    auto const gap_begin = m_end;
    while (m_position < m_text.size()) {
        auto after = m_position;
        auto const kind = kind_of(m_text[m_position]);
        if (kind == ByteKind::word || (kind == ByteKind::beyond_ascii && belongs_to_word(next_code_point(m_text, after)))) {
            break;
        }
        m_position = std::max(after, m_position + 1);
    }
    auto const gap = m_text.substr(gap_begin, m_position - gap_begin);
    m_joined = m_end > 0 && joins_words(gap);
    m_after_break = gap_begin == 0 || breaks_clause(gap);
    m_begin = m_position;
}

void Words::take_word()
{
    while (m_position < m_text.size()) {
        auto after = m_position + 1;
        auto const kind = kind_of(m_text[m_position]);
        if (kind == ByteKind::gap) {
            break;
        }
        if (kind == ByteKind::beyond_ascii) {
            after = m_position;
            if (!belongs_to_word(next_code_point(m_text, after))) {
                break;
            }
        }
        m_position = after;
    }
    m_end = m_position;
}

void Words::fold_word()
{
    m_folded.clear();
    auto const word = written();
    bool ascii = true;
    for (char const byte : word) {
        auto const upper = byte >= 'A' && byte <= 'Z';
        m_folded.push_back(upper ? static_cast<char>(byte | 0x20) : byte);
        ascii = ascii && kind_of(byte) != ByteKind::beyond_ascii;
    }
    if (!ascii) {
        m_folded.clear();
        append_fold(m_folded, word);
        std::erase(m_folded, ' ');
    }
    // Languages that would shrink to one letter, and a trade that would become a pronoun.
    auto const rest = m_text.substr(m_end, 2);
    if (m_folded == "c" && rest == "++") {
        m_folded = "c++";
    } else if ((m_folded == "c" || m_folded == "f") && rest.starts_with('#')) {
        m_folded += '#';
    } else if (word == "IT") {
        m_folded = "i.t";
    }
}

std::vector<std::string> folded_words(std::string_view text)
{
    auto words = std::vector<std::string>{};
    for (auto reader = Words{text}; reader.next();) {
        words.emplace_back(reader.folded());
    }
    return words;
}

} // namespace knowwho
