// SPDX-License-Identifier: MIT
// A place in a text from which the pieces of a date are read: numbers, words, marks.
#pragma once

#include <cstddef>
#include <string_view>

namespace knowwho {

/// 0 to 9.
inline bool is_date_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// A to Z and every byte of a letter beyond ASCII.
inline bool is_date_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads pieces of a date from one place of the text onwards.
class DateCursor {
public:
    DateCursor(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}

    std::size_t at() const { return m_at; }

    /// Up to four digits; empty if there are none or more.
    std::string_view digits()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && is_date_digit(m_text[end])) {
            ++end;
        }
        auto const found = m_text.substr(m_at, end - m_at);
        if (found.size() > 4) {
            return {};
        }
        m_at = end;
        return found;
    }

    std::string_view word()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && is_date_letter(m_text[end])) {
            ++end;
        }
        auto const found = m_text.substr(m_at, end - m_at);
        m_at = end;
        return found;
    }

    void skip(std::string_view characters)
    {
        while (m_at < m_text.size() && characters.find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
        }
    }

    bool take(char c)
    {
        bool const there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    bool at_digit() const { return m_at < m_text.size() && is_date_digit(m_text[m_at]); }
    bool at_letter() const { return m_at < m_text.size() && is_date_letter(m_text[m_at]); }

private:
    std::string_view m_text;
    std::size_t m_at;
};

} // namespace knowwho
