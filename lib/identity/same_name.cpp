// SPDX-License-Identifier: MIT
#include "identity/same_name.hpp"

#include "data/resources.hpp"
#include "identity/asian_names.hpp"
#include "identity/boosted_trees.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_lexicon.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_statistics.hpp"
#include "identity/organisation.hpp"
#include "identity/organisation_lexicon.hpp"
#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace knowwho {
namespace {

using WordList = std::vector<std::string>;

WordList words_in(std::string_view folded)
{
    auto words = WordList{};
    while (!folded.empty()) {
        auto const end = std::min(folded.find(' '), folded.size());
        if (end > 0) {
            words.emplace_back(folded.substr(0, end));
        }
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

std::string sorted_key(WordList words)
{
    std::ranges::sort(words);
    auto key = std::string{};
    for (auto const& word : words) {
        key += word;
    }
    return key;
}

/// WordList of the shorter one, each with its best partner in the longer one, whatever the order.
struct Alignment {
    double mean = 0;
    double worst = 1;
    int initials = 0;   ///< partners of which one is an initial
    int left_over = 0;  ///< words of the longer one without a partner
    int conflicts = 0;  ///< words of the shorter one without a partner
};

double likeness(std::string const& a, std::string const& b)
{
    if (a == b) {
        return 1;
    }
    if (a.size() == 1 || b.size() == 1) {
        return a.front() == b.front() ? 0.85 : 0;
    }
    return are_short_forms(a, b) ? 0.95 : jaro_winkler(a, b);
}

Alignment align(WordList const& a, WordList const& b)
{
    auto const& shorter = a.size() < b.size() || (a.size() == b.size() && a < b) ? a : b;
    auto const& longer = &shorter == &a ? b : a;
    auto used = std::vector<bool>(longer.size());
    auto result = Alignment{};
    for (auto const& word : shorter) {
        auto best = 0.0;
        auto partner = longer.size();
        for (auto j = std::size_t{0}; j < longer.size(); ++j) {
            auto const value = used[j] ? 0 : likeness(word, longer[j]);
            if (value > best) {
                best = value;
                partner = j;
            }
        }
        if (partner < longer.size()) {
            used[partner] = true;
            result.initials += word.size() == 1 || longer[partner].size() == 1;
        }
        result.mean += best;
        result.worst = std::min(result.worst, best);
        result.conflicts += best < 0.8;
    }
    result.mean /= static_cast<double>(std::max<std::size_t>(shorter.size(), 1));
    result.left_over = static_cast<int>(longer.size()) - static_cast<int>(shorter.size()) + result.conflicts;
    return result;
}

void put_value(std::vector<float>& row, double value) { row.push_back(static_cast<float>(value)); }

void put_alignment(std::vector<float>& row, Alignment const& alignment)
{
    put_value(row, alignment.mean);
    put_value(row, alignment.worst);
    put_value(row, alignment.initials);
    put_value(row, alignment.left_over);
    put_value(row, alignment.conflicts);
}

void put_texts(std::vector<float>& row, std::string const& a, std::string const& b)
{
    put_value(row, a == b);
    put_value(row, edit_similarity(a, b));
    put_value(row, jaro_winkler(std::min(a, b), std::max(a, b)));
    put_value(row, static_cast<double>(std::min(a.size(), b.size())));
    put_value(row, static_cast<double>(std::max(a.size(), b.size())));
}

/// How a folded name sounds, roughly: Christof and Christoph, Iwanow and Ivanov, Schmidt and Schmitt meet.
std::string sound_of(std::string_view key)
{
    struct Sound {
        std::string_view letters;
        std::string_view sound;
    };
    static constexpr Sound sounds[] = {{"sch", "s"}, {"tsch", "s"}, {"ph", "f"}, {"th", "t"}, {"dt", "t"}, {"ck", "k"}, {"kh", "k"}, {"zh", "z"}, {"ou", "u"},
        {"oo", "u"}, {"ee", "i"}, {"ai", "e"}, {"ay", "e"}, {"ei", "e"}, {"ey", "e"}, {"y", "i"}, {"j", "i"}, {"w", "v"}, {"c", "k"}, {"q", "k"}, {"tz", "z"}, {"x", "ks"}};
    auto out = std::string{};
    while (!key.empty()) {
        auto const* const found = std::ranges::find_if(sounds, [&](auto const& sound) { return key.starts_with(sound.letters); });
        auto const known = found != std::end(sounds);
        auto const sound = known ? found->sound : key.substr(0, 1);
        if (out.empty() || out.back() != sound.front()) {
            out += sound;
        }
        key.remove_prefix(known ? found->letters.size() : 1);
    }
    return out;
}

bool is_foreign(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xCD; });
}

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

bool has_like(WordList const& words, std::string const& word)
{
    return std::ranges::any_of(words, [&](auto const& other) { return other == word || (word.size() > 4 && jaro_winkler(std::min(other, word), std::max(other, word)) > 0.93); });
}

void weigh_side(WordBalance& balance, WordList const& own, WordList const& others)
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

std::string initials_of(WordList const& words)
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

double from_trees(BoostedTrees const& trees, std::vector<float> const& row)
{
    return 1 / (1 + std::exp(-trees.score(row)));
}

} // namespace

std::vector<float> person_pair_features(std::string_view a, std::string_view b)
{
    auto const left = parse_name(a);
    auto const right = parse_name(b);
    auto const one = comparable(left);
    auto const two = comparable(right);
    auto const compared = compare_names(one, two);
    auto row = std::vector<float>{};
    put_value(row, static_cast<double>(compared.given));
    put_value(row, compared.given_similarity);
    put_value(row, compared.middle);
    put_value(row, compared.family);
    put_value(row, compared.family_same);
    put_value(row, compared.swapped);
    put_value(row, compared.suffix_conflict);
    auto words = words_in(one.given_key.empty() && one.family_key.empty() ? fold_name(a) : fold_name(left.given + ' ' + left.middle + ' ' + left.family));
    auto others = words_in(two.given_key.empty() && two.family_key.empty() ? fold_name(b) : fold_name(right.given + ' ' + right.middle + ' ' + right.family));
    put_alignment(row, align(words, others));
    put_texts(row, sorted_key(words), sorted_key(others));
    put_texts(row, one.family_key, two.family_key);
    put_texts(row, one.given_key, two.given_key);
    put_value(row, std::max(rarity(left), rarity(right)));
    put_value(row, std::min(rarity(left), rarity(right)));
    put_value(row, is_asian_family(one.family_key) || is_asian_family(two.family_key));
    put_value(row, is_foreign(a) != is_foreign(b));
    put_value(row, std::abs(static_cast<double>(one.family.size()) - static_cast<double>(two.family.size())));
    put_value(row, static_cast<double>(std::min(words.size(), others.size())));
    put_value(row, static_cast<double>(std::max(words.size(), others.size())));
    put_value(row, left.title.empty() != right.title.empty());
    put_value(row, static_cast<double>(damerau_levenshtein(one.given_key, two.given_key)));
    put_value(row, static_cast<double>(damerau_levenshtein(one.family_key, two.family_key)));
    put_value(row, sound_of(one.family_key) == sound_of(two.family_key));
    put_value(row, sound_of(one.given_key) == sound_of(two.given_key));
    put_value(row, edit_similarity(sound_of(one.given_key), sound_of(two.given_key)));
    put_value(row, edit_similarity(sound_of(sorted_key(words)), sound_of(sorted_key(others))));
    put_value(row, is_asian_syllable(one.given_key) || is_asian_syllable(two.given_key) || is_two_asian_syllables(one.given_key) || is_two_asian_syllables(two.given_key));
    auto const first_of = [](ComparableName const& name) { return name.given.empty() ? std::string{} : name.given.front(); };
    put_known(row, first_of(one), first_of(two), &NameWeight::given);
    put_known(row, one.family_key, two.family_key, &NameWeight::family);
    put_known(row, one.family_key, two.family_key, &NameWeight::given);
    return row;
}

std::vector<float> organisation_pair_features(std::string_view a, std::string_view b)
{
    auto const left = parse_organisation(a);
    auto const right = parse_organisation(b);
    auto const one = organisation_key(a);
    auto const two = organisation_key(b);
    auto const words = words_in(one);
    auto const others = words_in(two);
    auto balance = WordBalance{};
    weigh_side(balance, words, others);
    weigh_side(balance, others, words);
    auto const forms = !left.legal_form.empty() && !right.legal_form.empty();
    auto row = std::vector<float>{};
    put_value(row, same_organisation(a, b));
    put_value(row, forms ? (left.legal_form == right.legal_form ? 1 : -1) : 0);
    put_value(row, left.legal_form.empty() != right.legal_form.empty());
    put_alignment(row, align(words, others));
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

double same_person_name(BoostedTrees const& trees, std::vector<float> const& row)
{
    // Too rare in any list for trees to learn: father and son; two given names in either order, of which
    // nobody can say which is the family's; a lone word that many full names hold.
    constexpr std::size_t swapped = 5;
    constexpr std::size_t generations_differ = 6;
    constexpr std::size_t fewest_words = 32;
    constexpr std::size_t most_words = 33;
    auto const family_is_given = row[row.size() - 2] > 0;
    auto const chance = from_trees(trees, row) * (row[generations_differ] > 0 ? 0.05 : 1) * (row[swapped] > 0 && family_is_given ? 0.5 : 1);
    return chance * (row[fewest_words] < 2 && row[most_words] > 1 ? 0.9 : 1);
}

double same_person_name(std::string_view a, std::string_view b)
{
    static auto const trees = BoostedTrees{resource("lexicon/person_pair_trees.tsv")};
    return same_person_name(trees, person_pair_features(a, b));
}

double same_organisation_name(std::string_view a, std::string_view b)
{
    static auto const trees = BoostedTrees{resource("lexicon/organisation_pair_trees.tsv")};
    return from_trees(trees, organisation_pair_features(a, b));
}

} // namespace knowwho
