// SPDX-License-Identifier: MIT
// The words of a text, folded, with their places: what stems, the lexicons and the scorer work on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Reads the words of a text one after the other: runs of letters and digits of any script.
/// "C++", "C#" and "F#" are words; "Node.js" and "Instandhaltungs-Software" are two each.
/// Looks at every byte once and keeps no more than one word. `text` must outlive the reader.
class Words {
public:
    explicit Words(std::string_view text) noexcept : m_text(text) {}

    /// Moves to the next word; false at the end. Runs of over 64 bytes are passed over.
    bool next();

    /// The word as fold() (text/folding.hpp) makes it: lower case, base letters; but "IT" is "i.t", as
    /// "it" is a stop word. Until next().
    std::string_view folded() const noexcept { return m_folded; }

    /// The word as it stands in the text.
    std::string_view written() const noexcept { return m_text.substr(m_begin, m_end - m_begin); }

    /// True if only a hyphen or an apostrophe stands between the word before and this one.
    bool joined() const noexcept { return m_joined; }

    /// True if a sentence or clause may end between the word before and this one: . ! ? ; : ( ) and
    /// line breaks, not commas. True for the first word.
    bool after_break() const noexcept { return m_after_break; }

    std::size_t begin() const noexcept { return m_begin; } ///< byte offset in the text
    std::size_t end() const noexcept { return m_end; }

private:
    void skip_gap();
    void take_word();
    void fold_word();

    std::string_view m_text;
    std::string m_folded;
    std::size_t m_position = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_joined = false;
    bool m_after_break = true;
};

/// All words of a text, folded. For short texts; loops over many use Words.
std::vector<std::string> folded_words(std::string_view text);

} // namespace knowwho
