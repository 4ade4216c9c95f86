// SPDX-License-Identifier: MIT
#include "identity/same_name.hpp"

#include "data/resources.hpp"
#include "identity/organisation.hpp"
#include "identity/organisation_lexicon.hpp"
#include "identity/pair_row.hpp"
#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace knowwho {
namespace {

/// Word that tells one house from another: no form, no place, no word that thousands bear.
bool is_telling(std::string const& word)
{
    auto const& lexicon = OrganisationLexicon::instance();
    return !lexicon.is_listed_word(word) && !lexicon.is_place(word) && word.size() > 2;
}

struct WordBalance {
    double shared_telling = 0;
    double other_telling = 0;
    double shared = 0;
    double other = 0;
    double other_places = 0;
    double other_numbers = 0;
};

bool has_like(NameWords const& words, std::string const& word)
{
    return std::ranges::any_of(words, [&](auto const& other) { return other == word || (word.size() > 4 && jaro_winkler(std::min(other, word), std::max(other, word)) > 0.93); });
}

void weigh_side(WordBalance& balance, NameWords const& own, NameWords const& others)
{
    for (auto const& word : own) {
        auto const found = has_like(others, word);
        auto const telling = is_telling(word);
        balance.shared_telling += found && telling;
        balance.other_telling += !found && telling;
        balance.shared += found;
        balance.other += !found;
        balance.other_places += !found && OrganisationLexicon::instance().is_place(word);
        balance.other_numbers += !found && word.find_first_of("0123456789") != std::string::npos;
    }
}

std::string initials_of(NameWords const& words)
{
    static constexpr std::string_view little[] = {"of", "the", "and", "for", "fur", "und", "der", "die", "das", "de", "la", "le", "et", "di", "del", "des", "du", "in", "zu", "y", "e"};
    auto key = std::string{};
    for (auto const& word : words) {
        if (std::ranges::find(little, word) == std::end(little)) {
            key += word.front();
        }
    }
    return key;
}

} // namespace

std::vector<float> organisation_pair_features(std::string_view a, std::string_view b)
{
    if (b < a) {
        std::swap(a, b);
    }
    auto const left = parse_organisation(a);
    auto const right = parse_organisation(b);
    auto const one = organisation_key(a);
    auto const two = organisation_key(b);
    auto const words = words_of_folded(one);
    auto const others = words_of_folded(two);
    auto balance = WordBalance{};
    weigh_side(balance, words, others);
    weigh_side(balance, others, words);
    auto const forms = !left.legal_form.empty() && !right.legal_form.empty();
    auto row = std::vector<float>{};
    put_value(row, same_organisation(a, b));
    put_value(row, forms ? (left.legal_form == right.legal_form ? 1 : -1) : 0);
    put_value(row, left.legal_form.empty() != right.legal_form.empty());
    put_alignment(row, align_words(words, others));
    put_texts(row, sorted_key(words), sorted_key(others));
    put_texts(row, one, two);
    put_value(row, balance.shared_telling);
    put_value(row, balance.other_telling);
    put_value(row, balance.shared);
    put_value(row, balance.other);
    put_value(row, balance.other_places);
    put_value(row, balance.other_numbers);
    put_value(row, balance.shared / std::max(1.0, balance.shared + balance.other));
    put_value(row, balance.shared_telling / std::max(1.0, balance.shared_telling + balance.other_telling));
    auto const short_one = words.size() == 1 ? one : std::string{};
    auto const short_two = others.size() == 1 ? two : std::string{};
    put_value(row, (!short_one.empty() && short_one == initials_of(others)) || (!short_two.empty() && short_two == initials_of(words)));
    put_value(row, initials_of(words) == initials_of(others));
    put_value(row, (!left.unit.empty()) + (!right.unit.empty()));
    put_value(row, !left.place.empty() && !right.place.empty() ? (fold(left.place) == fold(right.place) ? 1 : -1) : 0);
    put_value(row, static_cast<double>(words.size() + others.size()));
    put_value(row, words.empty() || others.empty() ? -1 : words.front() == others.front());
    put_value(row, words.empty() || others.empty() ? -1 : words.back() == others.back());
    put_value(row, is_foreign(a) != is_foreign(b));
    return row;
}

double same_organisation_name(std::string_view a, std::string_view b)
{
    static auto const trees = BoostedTrees{resource("lexicon/organisation_pair_trees.tsv")};
    return likelihood_by(trees, organisation_pair_features(a, b));
}

} // namespace knowwho
