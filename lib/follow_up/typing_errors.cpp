// SPDX-License-Identifier: MIT
#include "follow_up/typing_errors.hpp"

#include "store/search_index.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace knowwho {
namespace {

constexpr std::size_t most_guesses = 4;
constexpr std::size_t shortest_inside = 5;

struct Meant {
    std::size_t distance;
    std::int64_t rows;
    std::string word;
};

std::size_t errors_allowed(std::size_t length)
{
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/// All words that begin with the byte; mistakes in the first letter are rare, and this keeps the look short.
void near_words(Notebook const& notebook, std::string_view typed, char first, std::vector<Meant>& found)
{
    auto const allowed = errors_allowed(typed.size());
    auto const from = std::string(1, first);
    auto const to = std::string(1, static_cast<char>(first + 1));
    for (auto const& [word, rows] : indexed_words(notebook, from, to)) {
        auto const difference = word.size() > typed.size() ? word.size() - typed.size() : typed.size() - word.size();
        if (difference > allowed) {
            continue;
        }
        auto const distance = damerau_levenshtein(typed, word);
        if (distance <= allowed) {
            found.push_back({distance, rows, word});
        }
    }
}

std::vector<std::string> best_of(std::vector<Meant> found)
{
    std::ranges::sort(found, {}, [](Meant const& one) { return std::tuple{one.distance, -one.rows, one.word}; });
    auto words = std::vector<std::string>{};
    for (auto& one : found) {
        // Only the nearest ones: a second error is not guessed where one explains the word.
        if (one.distance == found.front().distance && words.size() < most_guesses) {
            words.push_back(std::move(one.word));
        }
    }
    return words;
}

std::vector<std::string> words_with(Notebook const& notebook, std::string_view part)
{
    auto found = std::vector<Meant>{};
    for (auto const& [word, rows] : indexed_words(notebook, "", "")) {
        if (word.size() > part.size() && word.find(part) != std::string::npos) {
            found.push_back({0, rows, word});
        }
    }
    return best_of(std::move(found));
}

} // namespace

std::vector<std::string> words_meant(Notebook const& notebook, std::string_view folded_word)
{
    if (errors_allowed(folded_word.size()) == 0) {
        return {};
    }
    auto found = std::vector<Meant>{};
    near_words(notebook, folded_word, folded_word[0], found);
    if (folded_word[1] != folded_word[0]) {
        near_words(notebook, folded_word, folded_word[1], found);
    }
    if (found.empty() && folded_word.size() >= shortest_inside) {
        return words_with(notebook, folded_word);
    }
    return best_of(std::move(found));
}

} // namespace knowwho
