// SPDX-License-Identifier: MIT
#include "import/list_words.hpp"

#include "data/resources.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_set>

namespace knowwho {
namespace {

/// In the order of ListWord.
constexpr std::string_view kinds_of_list_words[] = {
    "category", "group", "no_house", "remark", "nobody", "regret", "binder", "announcement", "duty", "attendance", "title_word", "title_sort", "title_whole", "title_end", "button",
    "degree", "greeting", "closing", "mail_people", "mail_head", "topic", "yes_no", "duration", "owner", "leader", "whereabouts", "join", "other_person", "own", "preposition", "article", "time_word", "former",
};

struct HashOfText : std::hash<std::string_view> {
    using is_transparent = void;
};

using Words = std::unordered_set<std::string, HashOfText, std::equal_to<>>;
using WordsByKind = std::array<Words, std::size(kinds_of_list_words)>;

WordsByKind read_list_words()
{
    WordsByKind words;
    for (auto const& row : read_rows(resource("lexicon/list_words.tsv"))) {
        auto const* const kind = row.size() > 1 ? std::find(std::begin(kinds_of_list_words), std::end(kinds_of_list_words), row[1]) : std::end(kinds_of_list_words);
        if (kind != std::end(kinds_of_list_words)) {
            words[static_cast<std::size_t>(kind - std::begin(kinds_of_list_words))].insert(fold(row[0]));
        }
    }
    return words;
}

} // namespace

bool is_list_word(std::string_view folded, ListWord kind)
{
    static auto const words = read_list_words();
    return words[static_cast<std::size_t>(kind)].contains(folded);
}

bool has_list_word(std::string_view folded, ListWord kind)
{
    auto const words = split_at_blanks(folded);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return is_list_word(word, kind); });
}

} // namespace knowwho
