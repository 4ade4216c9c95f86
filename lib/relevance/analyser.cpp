// SPDX-License-Identifier: MIT
#include "relevance/analyser.hpp"

#include "text/stop_words.hpp"
#include "text/tokens.hpp"

namespace knowwho {
namespace {

constexpr std::size_t longest_joined = 64;

char letter_of(Language language) noexcept
{
    return language == Language::german ? 'd' : language == Language::english ? 'e' : '?';
}

bool carries_no_topic(std::string_view word, Language language)
{
    return word.size() < 2 || is_stop_word(word, language);
}

} // namespace

TermId Analyser::term_of(std::string_view word, Language language)
{
    m_key.assign(1, letter_of(language));
    m_key.append(word);
    auto const known = m_words.size();
    auto const index = m_words.add(m_key);
    if (index == known) {
        m_word_terms.push_back(carries_no_topic(word, language) ? no_term : m_vocabulary.add(m_stemmer.stem(word, language)));
    }
    return m_word_terms[index];
}

TermId Analyser::known_term(std::string_view word, Language language) const
{
    auto key = std::string(1, letter_of(language));
    key.append(word);
    auto const index = m_words.find(key);
    return index == no_term ? no_term : m_word_terms[index];
}

TermId Analyser::find_term(std::string_view word, Language language)
{
    return carries_no_topic(word, language) ? no_term : m_vocabulary.find(m_stemmer.stem(word, language));
}

void Analyser::read(std::string_view text, Language language, std::vector<TermId>& terms)
{
    m_joined_parts = 0;
    for (auto word = Words{text}; word.next();) {
        if (!word.joined()) {
            end_joined(language, terms);
        }
        if (auto const term = term_of(word.folded(), language); term != no_term) {
            terms.push_back(term);
        }
        m_joined.append(word.folded());
        ++m_joined_parts;
    }
    end_joined(language, terms);
}

void Analyser::end_joined(Language language, std::vector<TermId>& terms)
{
    if (m_joined_parts > 1 && m_joined.size() <= longest_joined) {
        if (auto const term = term_of(m_joined, language); term != no_term) {
            terms.push_back(term);
        }
    }
    m_joined.clear();
    m_joined_parts = 0;
}

} // namespace knowwho
