// SPDX-License-Identifier: MIT
#include "identity/name_affixes.hpp"

#include "identity/name_lexicon.hpp"

#include <algorithm>
#include <iterator>

namespace knowwho {
namespace {

/// "apl. Prof.", "Associate Professor": a word that is a title only in front of one.
bool leads_to_title(std::span<NameToken const> words, std::size_t at)
{
    if (!has_kind(words[at], word_kind::title_lead) || at + 2 >= words.size() || words[at + 1].segment != words[at].segment) {
        return false;
    }
    return has_kind(words[at + 1], word_kind::title) || leads_to_title(words, at + 1);
}

/// "M.Sc. Anna Berg": a degree that stands behind a name elsewhere; letters alone may be a name.
bool is_degree_in_front(std::span<NameToken const> words, std::size_t at)
{
    auto const& word = words[at];
    auto const left = std::ranges::count(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end(), word.segment, &NameToken::segment);
    auto const is_junior = word.text.starts_with("Jr"); // no degree, wherever it stands
    auto const written_so = word.text.find('.') != std::string_view::npos || (!word.upper && !word.lower && !word.known);
    return has_kind(word, word_kind::suffix) && left >= 2 && written_so && word.key.size() >= 2 && words[at + 1].given_known && !is_junior;
}

/// Suffixes that are nobody's name, so that they need no mark to be known.
bool is_plain_suffix(NameToken const& word)
{
    static constexpr std::string_view plain[] = {"jr", "ii", "iii", "iv", "md", "phd", "esq", "mba", "mdb", "mdl", "cpa", "dds", "atty", "dmd", "msc", "bsc"};
    return std::ranges::find(plain, word.key) != std::end(plain);
}

} // namespace

bool has_kind(NameToken const& word, std::uint32_t kinds) { return (word.kinds & kinds) != 0; }

std::size_t first_comma(std::span<NameToken const> words)
{
    for (auto i = std::size_t{1}; i < words.size(); ++i) {
        if (words[i].segment != words[0].segment) {
            return i;
        }
    }
    return 0;
}

bool is_title_here(std::span<NameToken const> words, std::size_t at, bool after_title)
{
    auto const& word = words[at];
    auto const first = at == 0 || words[at - 1].segment != word.segment;
    auto const letter = word.initial && word.key.size() == 1;
    if (leads_to_title(words, at) || ((first || after_title) && is_degree_in_front(words, at))) {
        return true;
    }
    if (has_kind(word, word_kind::title_more) && after_title && !(letter && !word.lower)) {
        return true;
    }
    if (letter && !has_kind(word, word_kind::any_salutation)) {
        return false;
    }
    // "Sen Hu", "Drew Barr": a title without its dot may be a name.
    auto const maybe_name = word.known && !word.dotted && !word.lower && words.size() == 2;
    if (maybe_name && !has_kind(word, word_kind::any_salutation)) {
        return false;
    }
    // "Graf Anton von Bergen", but "Edler von Bergen, Anton".
    if (at == 0 && has_kind(word, word_kind::noble) && words.size() >= 3 && !word.upper) {
        return !has_kind(words[1], word_kind::particle) || first_comma(words) == 0;
    }
    // "DI" is an Austrian engineer, "di" an Italian particle.
    if (has_kind(word, word_kind::particle) && !word.upper) {
        return false;
    }
    if (has_kind(word, word_kind::any_salutation | word_kind::dot_title) && (first || after_title)) {
        return !has_kind(word, word_kind::dot_title) || word.dotted || has_kind(word, word_kind::any_salutation);
    }
    return has_kind(word, word_kind::title) && (first || after_title);
}

bool is_suffix_here(std::span<NameToken const> words, std::size_t at, bool mixed_case)
{
    auto const& word = words[at];
    auto const behind_comma = at > 0 && words[at - 1].segment != word.segment;
    if (!has_kind(word, word_kind::suffix)) {
        // Letters of an order that no list has: "Doe, John, LUTC" and "John Doe, LUTC".
        auto const letters = word.upper && mixed_case && !word.known && word.key.size() <= 5;
        return behind_comma && letters && (word.segment > 1 || at > 1);
    }
    if (is_plain_suffix(word) || (behind_comma && (!word.known || word.upper || word.dotted || word.key == "sr"))) {
        return true;
    }
    auto const marked = word.text.find('.') != std::string_view::npos && !word.initial;
    auto const shouted = (word.upper && mixed_case) || word.lower;
    return marked || shouted || !word.known || word.key == "sr" || word.key.size() >= 4;
}

} // namespace knowwho
