// SPDX-License-Identifier: MIT
// Which words of a need say whom it asks for.
#include "relevance/need_reader.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace knowwho {
namespace {

// How much a word counts that stands where the asker speaks of themselves.
constexpr float emphasis_of_own = 0.5F;

bool is_wish_word(std::string_view folded, Language language)
{
    static auto const words = [] {
        auto set = std::unordered_set<std::string>{};
        for (auto const& row : read_rows(resource("lexicon/wish_words.tsv"))) {
            set.insert((row.size() > 1 ? std::string{row[1]} : std::string{"de"}) + fold(row[0]));
        }
        return set;
    }();
    auto const of = [&](char const* code) { return words.contains(code + std::string{folded}); };
    return (language != Language::english && of("de")) || (language != Language::german && of("en"));
}

/// "unser", "we", ...: from here to the end of the clause the asker speaks of themselves.
bool speaks_of_asker(std::string_view folded)
{
    constexpr auto words = std::array<std::string_view, 12>{"wir", "unser", "unsere", "unseren", "unserem", "unserer",
                                                            "unseres", "ich", "we", "our", "my", "mein"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool starts_with_comma(std::string_view gap)
{
    return gap.find(',') != gap.npos;
}

} // namespace

std::vector<ReadWord> read_need_words(std::string_view text, Language language)
{
    auto words = std::vector<ReadWord>{};
    bool of_asker = false;
    std::size_t last_end = 0;
    for (auto word = Words{text}; word.next(); last_end = word.end()) {
        if (word.after_break() || starts_with_comma(text.substr(last_end, word.begin() - last_end))) {
            of_asker = false;
        }
        of_asker = of_asker || speaks_of_asker(word.folded());
        auto const folded = word.folded();
        if (folded.size() < 2 || is_stop_word(folded, language) || is_wish_word(folded, language)) {
            continue;
        }
        words.push_back({std::string{word.written()}, std::string{folded}, of_asker ? emphasis_of_own : 1.0F, word.joined()});
    }
    return words;
}

} // namespace knowwho
