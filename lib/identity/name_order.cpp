// SPDX-License-Identifier: MIT
#include "identity/name_order.hpp"

#include "identity/name_lexicon.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace knowwho {
namespace {

// Chosen on the development half of the name set by cross-validation over its sources.
constexpr double family_first_below = -1.6;
constexpr double habit_weight = 3.0;
constexpr double second_family_below = -2.2;

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

/// The first particle or noble word that is not the first word starts the family name.
std::optional<FamilySpan> from_particle(std::span<NameToken const> words)
{
    for (auto i = std::size_t{1}; i + 1 < words.size(); ++i) {
        if (is_noble(words[i]) || (is_particle(words[i]) && !words[i].initial)) {
            auto const joins = (words[i].kinds & word_kind::joiner) != 0 && i >= 2;
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

/// How far back the family name reaches from the last word: "García Márquez", "Schulze Höling".
std::size_t family_start(std::span<NameToken const> words)
{
    auto start = words.size() - 1;
    while (start > 1 && !words[start - 1].initial && words[start - 1].odds < second_family_below) {
        --start;
    }
    return start;
}

double confidence_of(double odds) { return 1 / (1 + std::exp(-std::abs(odds))); }

} // namespace

double order_odds(std::span<NameToken const> words)
{
    return words.size() < 2 ? 0 : words.front().odds - words.back().odds;
}

FamilySpan find_family(std::span<NameToken const> words, NameOrder habit, bool titled)
{
    if (words.size() == 1) {
        auto const family = titled || words.front().odds < -2;
        return {0, family ? std::size_t{1} : std::size_t{0}, 0.5, false};
    }
    if (auto const block = capital_block(words)) {
        return *block;
    }
    if (auto const front = particle_in_front(words)) {
        return *front;
    }
    auto odds = order_odds(words) - family_first_below;
    odds += habit == NameOrder::given_first ? habit_weight : habit == NameOrder::family_first ? -habit_weight : 0;
    if (auto const particle = from_particle(words); particle && odds > -3) {
        return *particle;
    }
    if (ends_with_initial(words)) {
        return {0, 1, 0.9, true};
    }
    if (odds < 0) {
        return {0, 1, confidence_of(odds), false};
    }
    return {family_start(words), words.size(), confidence_of(odds), false};
}

std::size_t trailing_particles(std::span<NameToken const> given)
{
    auto start = given.size();
    while (start > 1 && (is_particle(given[start - 1]) || is_noble(given[start - 1])) && !given[start - 1].initial) {
        --start;
    }
    return start;
}

} // namespace knowwho
