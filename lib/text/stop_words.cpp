// SPDX-License-Identifier: MIT
#include "text/stop_words.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <functional>
#include <string>
#include <unordered_set>

namespace knowwho {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const noexcept { return std::hash<std::string_view>{}(word); }
};

using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

WordSet read_list(std::string_view path)
{
    auto words = WordSet{};
    for_each_row(resource(path), [&](std::string_view row) { words.insert(fold(row.substr(0, row.find('\t')))); });
    return words;
}

} // namespace

bool is_stop_word(std::string_view folded_word, Language language)
{
    static auto const german = read_list("lexicon/stopwords_de.txt");
    static auto const english = read_list("lexicon/stopwords_en.txt");
    return (language != Language::english && german.contains(folded_word))
        || (language != Language::german && english.contains(folded_word));
}

} // namespace knowwho
