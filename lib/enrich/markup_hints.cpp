// SPDX-License-Identifier: MIT
// What class names, ids and roles say about an element, as bits.
#include "enrich/markup_hints.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <unordered_map>

namespace knowwho {

namespace {

constexpr std::size_t longest_value = 512;
constexpr std::size_t longest_word = 32;

class Vocabulary {
public:
    Vocabulary()
    {
        for (auto const& row : read_rows(resource("lexicon/markup_words.tsv"))) {
            if (row.size() >= 2) {
                add(row[0], row[1]);
            }
        }
    }

    Hints meaning(std::string_view word) const
    {
        if (auto const whole = m_words.find(word); whole != m_words.end()) {
            return whole->second;
        }
        for (std::size_t length = std::min(word.size(), m_longest_beginning); length >= m_shortest_beginning; --length) {
            if (auto const found = m_beginnings.find(word.substr(0, length)); found != m_beginnings.end()) {
                return found->second;
            }
        }
        return 0;
    }

private:
    void add(std::string_view word, std::string_view meaning)
    {
        auto const name = std::find(hint_names.begin(), hint_names.end(), meaning);
        if (name == hint_names.end() || word.empty()) {
            return;
        }
        Hints const hints = Hints{1} << static_cast<unsigned>(name - hint_names.begin());
        if (!word.ends_with('*')) {
            m_words[word] |= hints;
            return;
        }
        word.remove_suffix(1);
        m_beginnings[word] |= hints;
        m_longest_beginning = std::max(m_longest_beginning, word.size());
        m_shortest_beginning = std::min(m_shortest_beginning, std::max<std::size_t>(word.size(), 1));
    }

    std::unordered_map<std::string_view, Hints> m_words; // views into the resource
    std::unordered_map<std::string_view, Hints> m_beginnings;
    std::size_t m_longest_beginning = 0;
    std::size_t m_shortest_beginning = longest_word;
};

bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Collects the letters of one word; asks for its meaning when it ends.
class WordCutter {
public:
    explicit WordCutter(Vocabulary const& vocabulary) : m_vocabulary(vocabulary) {}

    void take(char c)
    {
        bool const upper = is_upper(c);
        if (!upper && !is_lower(c)) {
            end();
        } else {
            if (upper && m_after_lower) {
                end();
            }
            if (m_length < longest_word) {
                m_word[m_length++] = upper ? static_cast<char>(c - 'A' + 'a') : c;
            }
        }
        m_after_lower = is_lower(c);
    }

    Hints end()
    {
        if (m_length >= 2) {
            m_hints |= m_vocabulary.meaning({m_word.data(), m_length});
        }
        m_length = 0;
        return m_hints;
    }

private:
    Vocabulary const& m_vocabulary;
    std::array<char, longest_word> m_word{};
    std::size_t m_length = 0;
    bool m_after_lower = false;
    Hints m_hints = 0;
};

} // namespace

Hints hints_of(std::string_view value)
{
    static Vocabulary const vocabulary;
    WordCutter words{vocabulary};
    for (char const c : value.substr(0, longest_value)) {
        words.take(c);
    }
    return words.end();
}

} // namespace knowwho
