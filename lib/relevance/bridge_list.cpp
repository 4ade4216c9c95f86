// SPDX-License-Identifier: MIT
#include "relevance/bridge_list.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"
#include "text/stems.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"
#include "text/ascii.hpp"

namespace knowwho {
namespace {

constexpr std::size_t longest_bridge = 3;

std::vector<std::string> content_words(std::string_view phrase, Language language)
{
    auto words = folded_words(phrase);
    std::erase_if(words, [&](auto const& word) { return word.size() < 2 || is_stop_word(word, language); });
    return words;
}

std::string language_key(std::string_view stems, Language language)
{
    return (language == Language::german ? "d " : "e ") + std::string{stems};
}

} // namespace

std::string stem_key(std::span<std::string const> words, Language language)
{
    static thread_local auto stemmer = Stemmer{};
    auto key = std::string{};
    for (auto const& word : words) {
        key += key.empty() ? "" : " ";
        key += stemmer.stem(word, language);
    }
    return key;
}

BridgeList::BridgeList(std::string_view concepts, std::string_view fields)
{
    add_groups(concepts);
    m_concepts = m_groups.size();
    add_groups(fields);
}

void BridgeList::add_groups(std::string_view rows)
{
    for (auto const& row : read_rows(rows)) {
        m_groups.emplace_back();
        add_phrases(row[0], Language::german);
        add_phrases(row.size() > 1 ? row[1] : std::string_view{}, Language::english);
    }
}

void BridgeList::add_phrases(std::string_view cell, Language language)
{
    while (!cell.empty()) {
        auto const end = std::min(cell.find(';'), cell.size());
        auto const shown = trimmed(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
        auto words = content_words(shown, language);
        if (words.empty() || words.size() > longest_bridge) {
            continue;
        }
        m_by_stems[language_key(stem_key(words, language), language)].push_back(m_groups.size() - 1);
        m_groups.back().push_back({language, std::move(words), std::string{shown}});
    }
}

BridgeList const& BridgeList::built_in()
{
    static auto const list = BridgeList{resource("lexicon/bridges.tsv"), resource("lexicon/fields.tsv")};
    return list;
}

std::span<std::size_t const> BridgeList::groups(std::string_view stems, Language language) const
{
    auto const found = m_by_stems.find(language_key(stems, language));
    return found == m_by_stems.end() ? std::span<std::size_t const>{} : std::span<std::size_t const>{found->second};
}

} // namespace knowwho
