// SPDX-License-Identifier: MIT
#include "identity/same_name.hpp"

#include "data/resources.hpp"
#include "identity/asian_names.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_sounds.hpp"
#include "identity/name_statistics.hpp"
#include "identity/pair_row.hpp"
#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace knowwho {
namespace {

double rarity(PersonName const& name)
{
    static auto const statistics = NameStatistics{};
    return -std::log(statistics.given_share(name.given) * statistics.family_share(name.family));
}

float known_as(std::string const& key, float NameWeight::* side)
{
    auto const* const weight = NameLexicon::instance().find(key);
    return weight == nullptr ? 0 : weight->*side;
}

/// Two names that are both in use are two names; if one of them is in no lexicon it may be a slip of the pen.
void put_known(std::vector<float>& row, std::string const& a, std::string const& b, float NameWeight::* side)
{
    auto const one = known_as(a, side);
    auto const two = known_as(b, side);
    put_value(row, a != b && one > 0 && two > 0);
    put_value(row, std::min(one, two));
    put_value(row, std::max(one, two));
}

double commonness(std::string const& key) { return std::max(known_as(key, &NameWeight::given), known_as(key, &NameWeight::family)); }

/// The two words that agree least: a slip of the pen, another spelling, or another name?
void put_differences(std::vector<float>& row, NameAlignment const& alignment)
{
    auto const& a = alignment.odd_one;
    auto const& b = alignment.odd_other;
    put_value(row, alignment.crossings);
    put_value(row, alignment.crossed_given);
    put_value(row, std::min(a.size(), b.size()) >= 3 && (a.starts_with(b) || b.starts_with(a)));
    put_value(row, alignment.shared_rarity);
    put_value(row, alignment.left_over_rarity);
    put_value(row, static_cast<double>(damerau_levenshtein(a, b)));
    put_value(row, static_cast<double>(std::max(a.size(), b.size())));
    put_value(row, edit_similarity(a, b));
    put_value(row, edit_similarity(skeleton_of(a), skeleton_of(b)));
    put_value(row, a.empty() ? 2 : a.front() == b.front());
    put_value(row, a.empty() ? 2 : a.back() == b.back());
    put_value(row, std::min(commonness(a), commonness(b)));
    put_value(row, std::max(commonness(a), commonness(b)));
    put_value(row, a.empty() ? 2 : are_short_forms(a, b));
    put_value(row, a.empty() ? 2 : sound_of(a) == sound_of(b));
}

// The columns of what speaks against two names whatever else agrees: father and son; an initial that contradicts;
// two given names in either order, of which nobody can say which is the family's; a lone word that many full names hold.
constexpr std::size_t generations_column = 0;
constexpr std::size_t initials_column = 1;
constexpr std::size_t order_column = 2;
constexpr std::size_t lone_word_column = 3;

void put_doubts(std::vector<float>& row, NameComparison const& compared, NameAlignment const& alignment, std::pair<std::size_t, std::size_t> words, bool order_is_said)
{
    put_value(row, compared.other_generation);
    put_value(row, alignment.initial_conflict);
    put_value(row, alignment.crossed_given > 0 && !order_is_said);
    put_value(row, words.first < 2 && words.second > 1);
}

bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }

bool has_comma(std::string_view text) { return text.find(',') != std::string_view::npos; }

/// "MARTIN Thomas": a word of capitals beside others.
bool has_capital_word(std::string_view text)
{
    auto capitals = false;
    for (auto i = std::size_t{1}; i < text.size(); ++i) {
        auto const begins = i == 1 || text[i - 2] == ' ';
        capitals = capitals || (begins && is_ascii_capital(text[i - 1]) && is_ascii_capital(text[i]));
    }
    return capitals && std::ranges::any_of(text, is_ascii_small);
}

bool says_order(std::string_view text) { return has_comma(text) || has_capital_word(text); }

NameWords family_words(PersonName const& name)
{
    auto words = words_of_folded(fold_name(name.family + ' ' + name.maiden));
    words.resize(std::min<std::size_t>(words.size(), 8));
    return words;
}

/// Of all family names that either bore: "Petra Müller geb. Schmidt", "Petra Schmidt-Müller", "Petra Schmidt".
double best_family(PersonName const& a, PersonName const& b)
{
    auto best = 0.0;
    for (auto const& one : family_words(a)) {
        for (auto const& other : family_words(b)) {
            best = std::max(best, one.size() < 3 ? 0 : word_likeness(one, other));
        }
    }
    return best;
}

/// The whole names as they were written, particles and all.
void put_written(std::vector<float>& row, NameWords const& words, NameWords const& others)
{
    auto const one = joined_key(words);
    auto const two = joined_key(others);
    put_value(row, one == two);
    put_value(row, edit_similarity(one, two));
    put_value(row, edit_similarity(skeleton_of(one), skeleton_of(two)));
    put_value(row, static_cast<double>(damerau_levenshtein(one, two)));
}

void put_comparison(std::vector<float>& row, NameComparison const& compared)
{
    put_value(row, static_cast<double>(compared.given));
    put_value(row, compared.given_similarity);
    put_value(row, compared.middle);
    put_value(row, compared.family);
    put_value(row, compared.family_same);
    put_value(row, compared.swapped);
}

bool is_asian_given(std::string const& key) { return is_asian_syllable(key) || is_two_asian_syllables(key); }

/// What the names are like, whether or not they agree.
void put_circumstances(std::vector<float>& row, PersonName const& left, PersonName const& right, ComparableName const& one, ComparableName const& two)
{
    auto const [common, rare] = std::minmax({rarity(left), rarity(right)});
    put_value(row, rare);
    put_value(row, common);
    put_value(row, is_asian_family(one.family_key) || is_asian_family(two.family_key));
    put_value(row, is_asian_given(one.given_key) || is_asian_given(two.given_key));
    put_value(row, is_foreign(left.written) != is_foreign(right.written));
    put_value(row, std::abs(static_cast<double>(one.family.size()) - static_cast<double>(two.family.size())));
}

void put_sounds(std::vector<float>& row, ComparableName const& one, ComparableName const& two, std::string const& sorted, std::string const& other_sorted)
{
    put_value(row, static_cast<double>(damerau_levenshtein(one.given_key, two.given_key)));
    put_value(row, static_cast<double>(damerau_levenshtein(one.family_key, two.family_key)));
    put_value(row, sound_of(one.family_key) == sound_of(two.family_key));
    put_value(row, sound_of(one.given_key) == sound_of(two.given_key));
    put_value(row, edit_similarity(sound_of(one.given_key), sound_of(two.given_key)));
    put_value(row, edit_similarity(sound_of(sorted), sound_of(other_sorted)));
}

std::string first_given(ComparableName const& name) { return name.given.empty() ? std::string{} : name.given.front(); }

} // namespace

std::vector<float> person_pair_features(std::string_view a, std::string_view b)
{
    if (b < a) {
        std::swap(a, b);
    }
    auto const left = parse_name(a);
    auto const right = parse_name(b);
    auto const one = comparable(left);
    auto const two = comparable(right);
    auto const compared = compare_names(one, two);
    auto const words = words_of_name(left);
    auto const others = words_of_name(right);
    auto const alignment = align_words(words, others);
    auto row = std::vector<float>{};
    put_doubts(row, compared, alignment, std::minmax(words.size(), others.size()), says_order(a) || says_order(b));
    put_comparison(row, compared);
    put_alignment(row, alignment);
    put_texts(row, sorted_key(words), sorted_key(others));
    put_texts(row, one.family_key, two.family_key);
    put_texts(row, one.given_key, two.given_key);
    put_circumstances(row, left, right, one, two);
    put_value(row, static_cast<double>(std::min(words.size(), others.size())));
    put_value(row, static_cast<double>(std::max(words.size(), others.size())));
    put_value(row, left.title.empty() != right.title.empty());
    put_sounds(row, one, two, sorted_key(words), sorted_key(others));
    put_known(row, first_given(one), first_given(two), &NameWeight::given);
    put_known(row, one.family_key, two.family_key, &NameWeight::family);
    put_known(row, one.family_key, two.family_key, &NameWeight::given);
    put_written(row, words, others);
    put_value(row, has_comma(a) + has_comma(b));
    put_value(row, best_family(left, right));
    put_differences(row, alignment);
    return row;
}

double same_person_name(BoostedTrees const& trees, std::vector<float> const& row)
{
    // Too rare in any list for trees to learn.
    return likelihood_by(trees, row) * (row[generations_column] > 0 ? 0.05 : 1) * (row[initials_column] > 0 ? 0.3 : 1)
        * (row[order_column] > 0 ? 0.6 : 1) * (row[lone_word_column] > 0 ? 0.9 : 1);
}

double same_person_name(std::string_view a, std::string_view b)
{
    static auto const trees = BoostedTrees{resource("lexicon/person_pair_trees.tsv")};
    return same_person_name(trees, person_pair_features(a, b));
}

} // namespace knowwho
