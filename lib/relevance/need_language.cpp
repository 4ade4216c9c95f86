// SPDX-License-Identifier: MIT
// Which language a need is in, and what counts as a German word.
#include "relevance/need_reader.hpp"

#include "text/folding.hpp"
#include "text/tokens.hpp"

namespace knowwho {
namespace {

constexpr std::size_t longest_known_phrase = 3;

} // namespace

/// By which language knows more of the words; the usual one if both know as many.
Language NeedReader::guess_language(std::string_view text) const
{
    auto const words = folded_words(text);
    auto const known_as = [&](Language language) { return m_bridges.groups(stem_key(words, language), language).empty() ? 0 : 2; };
    int german = words.size() > longest_known_phrase ? 0 : known_as(Language::german) - known_as(Language::english);
    for (auto word = Words{text}; word.next();) {
        auto const folded = std::string{word.folded()};
        auto const knows = [&](Language language) {
            return m_bridges.groups(stem_key({&folded, 1}, language), language).empty() ? 0 : 1;
        };
        german += knows(Language::german) - knows(Language::english);
        bool const in_lower_case = capitalised(word.written()) != word.written();
        german += has_line(m_nets.german_words, word.written()) ? 1 : in_lower_case && !m_nets.german_words.empty() ? -1 : 0;
    }
    return german == 0 ? m_usual : german > 0 ? Language::german : Language::english;
}

bool NeedReader::is_german_word(std::string_view word)
{
    constexpr std::size_t long_enough = 5; // of a word of the corpus, which may be anything
    auto const verb = std::string{word} + "en"; // the "programmier" of "Programmierkurs"
    return has_line(m_nets.german_words, capitalised(word)) || has_line(m_nets.german_words, word)
        || (word.size() >= long_enough && has_line(m_nets.german_words, verb))
        || (word.size() >= long_enough && m_corpus.analyser().find_term(fold(word), Language::german) != no_term);
}

} // namespace knowwho
