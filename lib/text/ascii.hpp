// SPDX-License-Identifier: MIT
// What needs no knowledge of Unicode: blanks at the ends, words between blanks, A–Z as a–z.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// `text` without any of the ASCII characters of `loose` at either end; blanks, unless told otherwise.
/// The result points into `text`.
inline std::string_view trimmed(std::string_view text, std::string_view loose = " \t\r\n\f\v")
{
    auto const first = text.find_first_not_of(loose);
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(loose) - first + 1);
}

/// The words of a folded text or of a class attribute: what stands between blanks (0x20). They point into `text`.
inline std::vector<std::string_view> split_at_blanks(std::string_view text)
{
    auto words = std::vector<std::string_view>{};
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Whether one of the words between single blanks is `word`, which has none.
inline bool has_word(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) {
            return true;
        }
    }
    return false;
}

/// Every blank (0x20) taken out.
inline std::string without_blanks(std::string_view text)
{
    auto key = std::string{text};
    std::erase(key, ' ');
    return key;
}

/// A to Z as a to z; every other byte as it is.
inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

inline std::string ascii_lower(std::string_view text)
{
    auto lower = std::string{text};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return ascii_lower(c); });
    return lower;
}

/// a to z as A to Z; every other byte as it is.
inline std::string ascii_upper(std::string_view text)
{
    auto upper = std::string{text};
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    return upper;
}

} // namespace knowwho
