// SPDX-License-Identifier: MIT
#include "text/stems.hpp"

#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/lexicon.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace knowwho {
namespace {

using SnowballHandle = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

SnowballHandle open_stemmer(char const* language)
{
    auto handle = SnowballHandle{sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete};
    assert(handle && "a language that the packaged Snowball lacks");
    return handle;
}

/// Stems by word, of data/lexicon/stems.tsv.
class Exceptions {
public:
    Exceptions()
    {
        for (auto const& row : read_rows(resource("lexicon/stems.tsv"))) {
            add(row.at(0) == "de" ? m_german : m_english, row.at(1), row.at(2));
        }
    }

    /// Empty for words that are none.
    std::string_view find(std::string_view word, Language language) const
    {
        auto const& of_language = language == Language::german ? m_german : m_english;
        auto const found = of_language.find(word);
        return found == of_language.end() ? std::string_view{} : found->second;
    }

private:
    using Table = std::unordered_map<std::string_view, std::string_view>;

    static void add(Table& table, std::string_view stem, std::string_view words)
    {
        for (auto const word : split_at_blanks(words)) {
            table.emplace(word, stem);
        }
    }

    Table m_german;
    Table m_english;
};

bool has_digit(std::string_view word) noexcept
{
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

struct Stemmer::Snowball {
    SnowballHandle german = open_stemmer("german");
    SnowballHandle english = open_stemmer("english");
};

Stemmer::Stemmer() : m_snowball(std::make_unique<Snowball>()) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view folded_word, Language language)
{
    if (language == Language::unknown || has_digit(folded_word)) {
        return folded_word;
    }
    static auto const exceptions = Exceptions{};
    if (auto const stem = exceptions.find(folded_word, language); !stem.empty()) {
        return stem;
    }
    auto const german = language == Language::german;
    auto const word = german ? without_feminine_ending(folded_word) : folded_word;
    auto* const handle = german ? m_snowball->german.get() : m_snowball->english.get();
    auto const* const bytes = reinterpret_cast<sb_symbol const*>(word.data());
    auto const* const stemmed = sb_stemmer_stem(handle, bytes, static_cast<int>(word.size()));
    if (stemmed == nullptr) { // out of memory
        return folded_word;
    }
    return {reinterpret_cast<char const*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(handle))};
}

std::string_view without_feminine_ending(std::string_view word) noexcept
{
    constexpr auto professions = std::array<std::string_view, 24>{"er", "or", "eur", "ist", "ent", "ant", "walt", "arzt", "chef", "wirt", "rat", "log",
        "ekt", "gog", "graf", "pert", "stand", "nom", "urg", "peut", "tar", "kar", "var", "sar"};
    constexpr std::size_t shortest = 5; // of what is left: "Leiter", not "Ber(l)in"
    for (auto const ending : {std::string_view{"innen"}, std::string_view{"in"}}) {
        if (!word.ends_with(ending) || word.size() < shortest + ending.size()) {
            continue;
        }
        auto const rest = word.substr(0, word.size() - ending.size());
        if (std::any_of(professions.begin(), professions.end(), [&](auto p) { return rest.ends_with(p); })) {
            return rest;
        }
    }
    return word;
}

} // namespace knowwho
