// SPDX-License-Identifier: MIT
#include "identity/name_order.hpp"

#include "identity/asian_names.hpp"
#include "identity/name_lexicon.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

namespace knowwho {
namespace {

// How much the habit of a column adds to the log odds of one of its names.
constexpr double habit_weight = 3.5;

/// Of "Li Xiaoping" in log odds.
constexpr double family_name_first = 3;

// Below these log odds of given against family name a word is surely a family name. Chosen on the
// development half of the name set; between -2 and -5 the result hardly moves.
constexpr double surely_family = -3;
constexpr float common_given = 16;

bool is_particle(NameToken const& word) { return (word.kinds & word_kind::particle) != 0; }

bool is_noble(NameToken const& word) { return (word.kinds & word_kind::noble) != 0; }

bool is_capitals(NameToken const& word) { return word.upper && !word.initial; }

/// One block of capitals among mixed case is the family name, wherever it stands.
std::optional<FamilySpan> capital_block(std::span<NameToken const> words)
{
    auto const from = std::ranges::find_if(words, is_capitals);
    if (from == words.end()) {
        return std::nullopt;
    }
    auto begin = static_cast<std::size_t>(from - words.begin());
    auto end = begin;
    while (end < words.size() && (is_capitals(words[end]) || (words[end].lower && is_particle(words[end])))) {
        ++end;
    }
    while (begin > 0 && words[begin - 1].lower && is_particle(words[begin - 1])) {
        --begin;
    }
    auto const others = std::ranges::any_of(words, [](auto const& word) { return !word.upper && !word.initial && !is_particle(word); });
    auto const apart = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(), is_capitals);
    if (!others || apart || (begin != 0 && end != words.size())) {
        return std::nullopt;
    }
    return FamilySpan{begin, end, 0.97, true};
}

/// "Ortega y Gasset", "Vasconcelos e Sousa".
bool joins_two_names(NameToken const& word) { return (word.kinds & word_kind::joiner) != 0 && (word.lower || is_particle(word)); }

/// "Fernández de Córdoba": behind a family name of Spain that is no given name the place belongs to it.
bool is_place_of_family(std::span<NameToken const> words, std::size_t at)
{
    auto const& before = words[at - 1];
    return words[at].key == "de" && words[at].lower && (before.kinds & word_kind::iberian_family) != 0 && before.given <= 0.25F * before.family;
}

/// The first particle or noble word that is not the first word starts the family name.
std::optional<FamilySpan> from_particle(std::span<NameToken const> words)
{
    for (auto i = std::size_t{1}; i + 1 < words.size(); ++i) {
        auto const joins = i >= 2 && (joins_two_names(words[i]) || is_place_of_family(words, i));
        if (is_noble(words[i]) || (is_particle(words[i]) && !words[i].initial) || joins) {
            return FamilySpan{joins ? i - 1 : i, words.size(), 0.93, true};
        }
    }
    return std::nullopt;
}

/// "von der Leyen Ursula", "van Eeden Susanne": particles in front, then one family name.
std::optional<FamilySpan> particle_in_front(std::span<NameToken const> words)
{
    auto end = std::size_t{0};
    while (end < words.size() && is_particle(words[end])) {
        ++end;
    }
    if (end == 0 || end + 2 > words.size() || (!words.front().lower && words.back().odds < 1)) {
        return std::nullopt;
    }
    return FamilySpan{0, end + 1, 0.85, true};
}

/// "Weaver Drew D.": nobody's family name is an initial.
bool ends_with_initial(std::span<NameToken const> words) { return words.size() >= 2 && words.back().initial && !words.front().initial; }

bool is_given_rather(NameToken const& word) { return word.given >= common_given && word.family < word.given; }

/// People of Spain, Portugal and Latin America bear two family names.
bool bears_two(NameToken const& first, NameToken const& last_but_one, NameToken const& last)
{
    auto const given = (first.kinds & word_kind::iberian_given) != 0;
    auto const family = (last.kinds & word_kind::iberian_family) != 0;
    auto const both = (last_but_one.kinds & word_kind::iberian_family) != 0;
    if (int{given} + int{family} + int{both} >= 2) {
        return !is_given_rather(last_but_one);
    }
    return (given || family) && !last_but_one.given_known;
}

/// Where the family name starts that ends the name: "García Márquez", "Schulze Höling".
std::size_t family_start(std::span<NameToken const> words)
{
    auto const last = words.size() - 1;
    if (last < 2 || words[last - 1].initial) {
        return last;
    }
    auto const& before = words[last - 1];
    auto const surely = before.odds < surely_family && before.family >= 4 && before.given <= 0;
    return surely || bears_two(words.front(), before, words[last]) ? last - 1 : last;
}

/// Where the family name ends that starts the name: "Ortega Bueno Reynier".
std::size_t family_end(std::span<NameToken const> words)
{
    auto const two = words.size() >= 3 && !words[1].initial && !words[1].given_known && words[1].odds < -1
        && !words[2].initial && words[2].odds > words[1].odds + 1;
    return two ? 2 : 1;
}

/// Two syllables as one word or with a hyphen, as Chinese and Korean given names are written.
bool is_asian_given(NameToken const& word)
{
    if (word.dashed) {
        return word.given <= 0 && is_two_asian_syllables(word.key);
    }
    return !word.known && is_two_asian_syllables(word.key) && !is_asian_syllable(word.key);
}

double bounded(double odds) { return std::clamp(odds, -6.0, 6.0); }

/// What is weighed of a name without comma, capitals or particle; the names stand in the file of weights.
constexpr std::array<std::string_view, 20> feature_names{"oa", "ob", "gka", "gkb", "fka", "fkb", "ka", "kb", "afa", "afb", "aga",
    "agb", "bin", "midin", "n3", "lga", "lgb", "lfa", "lfb", "alb"};
using Features = std::array<double, feature_names.size()>;

Features features_of(std::span<NameToken const> words)
{
    auto const& a = words.front();
    auto const& b = words.back();
    auto const middle = words.subspan(1, words.size() - 2);
    auto const flag = [](bool yes) { return yes ? 1.0 : 0.0; };
    auto const article = b.dashed && (b.key.starts_with("al") || b.key.starts_with("el"));
    return {bounded(a.odds), bounded(b.odds), flag(a.given_known), flag(b.given_known), flag(a.family_known), flag(b.family_known),
        flag(a.known), flag(b.known), flag(is_asian_family(a.key)), flag(is_asian_family(b.key)), flag(is_asian_given(a)), flag(is_asian_given(b)),
        flag(b.initial), flag(std::ranges::any_of(middle, &NameToken::initial)), flag(words.size() > 2),
        std::log1p(a.given), std::log1p(b.given), std::log1p(a.family), std::log1p(b.family), flag(article)};
}

struct OrderWeights {
    double bias = 0;
    Features weights{};
};

OrderWeights const& order_weights()
{
    static auto const weights = [] {
        auto read = OrderWeights{};
        for (auto const& row : read_rows(resource("lexicon/name_order.tsv"))) {
            if (row.size() < 2) {
                continue;
            }
            auto const value = std::strtod(std::string{row[1]}.c_str(), nullptr);
            auto const found = std::ranges::find(feature_names, row[0]);
            if (found != feature_names.end()) {
                read.weights[static_cast<std::size_t>(found - feature_names.begin())] = value;
            } else if (row[0] == "bias") {
                read.bias = value;
            }
        }
        return read;
    }();
    return weights;
}

/// "Nguyen Van An", "Park Ji Sung": a family name of these lands, then only syllables that are none.
bool is_asian_order(std::span<NameToken const> words)
{
    return words.size() == 3 && is_asian_family(words[0].key) && words[0].odds < -1 && is_asian_syllable(words[1].key)
        && is_asian_syllable(words[2].key) && !words[1].initial && !words[2].initial && (!is_asian_family(words[2].key) || words[2].odds > words[0].odds);
}

/// "Nguyễn Thị Minh Khai", "Trần Văn Nam": the middle name of Vietnamese women or men behind a family name.
bool is_vietnamese_order(std::span<NameToken const> words)
{
    auto const is_syllable = [](NameToken const& word) { return is_asian_syllable(word.key); };
    return words.size() >= 3 && is_asian_family(words[0].key) && (words[1].key == "thi" || words[1].key == "van") && !words[1].lower
        && std::ranges::all_of(words.subspan(2), is_syllable);
}

/// "Li Xiaoping": one syllable that is a family name, then two in one word that no list knows.
bool is_chinese_order(std::span<NameToken const> words)
{
    return words.size() == 2 && is_asian_family(words[0].key) && is_asian_syllable(words[0].key) && is_asian_given(words[1])
        && !words[1].dashed && !is_asian_family(words[1].key);
}

/// María del Carmen, María de los Ángeles: given names in Spain, though they have a particle.
std::size_t behind_devotion(std::span<NameToken const> words)
{
    static constexpr std::string_view devotions[] = {"carmen", "pilar", "rosario", "mar", "luz", "angeles", "dolores", "rocio", "socorro", "consuelo",
        "refugio", "remedios", "mercedes", "lourdes", "fatima", "jesus", "rosa", "soledad", "milagros", "sagrario", "valle", "camino", "nieves"};
    auto const is_devotion = [](NameToken const& word) { return std::ranges::find(devotions, word.key) != std::end(devotions); };
    auto at = std::size_t{1};
    while (at < words.size() && is_particle(words[at])) {
        ++at;
    }
    return words.front().key == "maria" && at > 1 && at + 1 < words.size() && is_devotion(words[at]) ? at : 0;
}

double confidence_of(double odds) { return 1 / (1 + std::exp(-std::abs(odds))); }

} // namespace

double order_odds(std::span<NameToken const> words)
{
    if (words.size() < 2) {
        return 0;
    }
    auto const& [bias, weights] = order_weights();
    auto const features = features_of(words);
    auto odds = bias;
    for (auto i = std::size_t{0}; i < features.size(); ++i) {
        odds += weights[i] * features[i];
    }
    return -odds;
}

FamilySpan find_family(std::span<NameToken const> words, double odds, NameOrder habit, bool titled)
{
    if (words.size() == 1) {
        auto const family = titled || words.front().odds < -2;
        return {0, family ? std::size_t{1} : std::size_t{0}, 0.5, false};
    }
    if (auto const block = capital_block(words)) {
        return *block;
    }
    if (is_vietnamese_order(words)) {
        return {0, 1, 0.9, false};
    }
    if (auto const front = particle_in_front(words); front && !is_asian_order(words)) {
        return *front;
    }
    odds += habit == NameOrder::given_first ? habit_weight : habit == NameOrder::family_first ? -habit_weight : 0;
    if (auto const given_end = behind_devotion(words); given_end > 0) {
        auto const one_more = given_end + 2 < words.size() && is_given_rather(words[given_end + 1]);
        return {given_end + (one_more ? 2 : 1), words.size(), 0.85, false};
    }
    odds -= is_chinese_order(words) ? family_name_first : 0;
    if (auto const particle = from_particle(words); particle && !is_asian_order(words)) {
        return *particle;
    }
    if (words.size() > 2 && ends_with_initial(words)) {
        return {0, 1, 0.9, true};
    }
    if (odds < 0 || is_asian_order(words)) {
        return {0, family_end(words), confidence_of(odds), false};
    }
    return {family_start(words), words.size(), confidence_of(odds), false};
}

std::size_t trailing_particles(std::span<NameToken const> family, std::span<NameToken const> given)
{
    // "Wang, Xiao Li", "Chen, Wei Bin": what is a particle elsewhere is a syllable of these names.
    auto const is_syllable = [asian = is_asian_family(family.front().key)](NameToken const& word) { return asian && !word.lower && is_asian_syllable(word.key); };
    auto const belongs_to_family = [&](NameToken const& word) { return (is_particle(word) || is_noble(word)) && !word.initial && !is_syllable(word); };
    auto start = given.size();
    while (start > 1 && belongs_to_family(given[start - 1])) {
        --start;
    }
    return start;
}

} // namespace knowwho
