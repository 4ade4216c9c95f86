// SPDX-License-Identifier: MIT
#include "identity/duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <string_view>

namespace knowwho {
namespace {

constexpr int em_rounds = 12;
constexpr std::size_t random_pairs = 200'000;
constexpr std::size_t most_em_pairs = 300'000;
constexpr double smallest_chance = 1e-5;
constexpr double contradiction = 10; ///< bits

/// Safe beginnings: how often each level is met for one person, best level first.
std::vector<double> first_guess(int levels)
{
    auto guess = std::vector<double>(static_cast<std::size_t>(levels), 0.1 / (levels - 2));
    guess.front() = 0.8;
    guess[1] = 0.1;
    return guess;
}

void normalise(std::vector<double>& chances)
{
    auto sum = 0.0;
    for (auto& chance : chances) {
        chance = std::max(chance, smallest_chance);
        sum += chance;
    }
    for (auto& chance : chances) {
        chance /= sum;
    }
}

} // namespace

PairWeights::PairWeights(PreparedRecords const& records, std::span<CandidatePair const> candidates) : m_records(records)
{
    for (auto const& column : records.columns) {
        auto const levels = level_count(column.kind());
        m_levels.push_back({first_guess(levels), std::vector<double>(static_cast<std::size_t>(levels), 1.0)});
    }
    learn_chance();
    learn_prior(candidates);
    for (auto round = 0; round < em_rounds; ++round) {
        learn_match(candidates);
        learn_prior(candidates);
    }
}

PairWeights::Pattern PairWeights::pattern(std::size_t a, std::size_t b) const
{
    auto levels = Pattern(m_levels.size());
    for (auto c = std::size_t{0}; c < levels.size(); ++c) {
        levels[c] = static_cast<signed char>(agreement_level(m_records, c, a, b));
    }
    see_exchanged(a, b, levels);
    forget_repeated(levels);
    return levels;
}

/// "Vassiliou Notburg" is Notburg Vassiliou with the columns exchanged: nearly the same name.
void PairWeights::see_exchanged(std::size_t a, std::size_t b, Pattern& levels) const
{
    auto const& given = m_records.columns[0];
    auto const& family = m_records.columns[1];
    auto const known = given.has(a) && given.has(b) && family.has(a) && family.has(b);
    if (known && levels[1] > 1 && given.value(a) == family.value(b) && family.value(a) == given.value(b)) {
        levels[0] = 1;
        levels[1] = 1;
    }
}

/// The same fact counts once: a mail domain and a town are those of the organisation where it is known.
void PairWeights::forget_repeated(Pattern& levels) const
{
    auto house = static_cast<signed char>(-1);
    for (auto c = std::size_t{0}; c < levels.size(); ++c) {
        house = m_records.columns[c].kind() == FieldKind::organisation ? levels[c] : house;
    }
    if (house < 0) {
        return;
    }
    for (auto c = std::size_t{0}; c < levels.size(); ++c) {
        auto const kind = m_records.columns[c].kind();
        auto const repeats = (kind == FieldKind::email && levels[c] >= 2) || (kind == FieldKind::place && (house <= 1 || levels[c] > 0));
        if (repeats) {
            levels[c] = -1;
        }
    }
}

/// Chance agreement from random pairs, drawn with a fixed seed.
void PairWeights::learn_chance()
{
    auto random = std::mt19937{20260101};
    auto const size = m_records.size;
    for (auto i = std::size_t{0}; size > 1 && i < std::min(random_pairs, size * size); ++i) {
        auto const a = random() % size;
        auto const b = random() % size;
        if (a == b) {
            continue;
        }
        auto const levels = pattern(a, b);
        for (auto c = std::size_t{0}; c < levels.size(); ++c) {
            if (levels[c] >= 0) {
                m_levels[c].chance[static_cast<std::size_t>(levels[c])] += 1;
            }
        }
    }
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        normalise(m_levels[c].chance);
        m_levels[c].chance.front() = m_records.columns[c].agreement_by_chance();
    }
}

double PairWeights::evidence(std::size_t a, std::size_t b, Pattern const& levels) const
{
    auto sum = 0.0;
    for (auto c = std::size_t{0}; c < levels.size(); ++c) {
        if (levels[c] < 0) {
            continue;
        }
        auto const level = static_cast<std::size_t>(levels[c]);
        auto const& column = m_records.columns[c];
        auto chance = m_levels[c].chance[level];
        if (level == 0) {
            chance = std::max(column.share(a), column.share(b));
        } else if (level + 1 < m_levels[c].chance.size()) {
            // What resembles a common value is common itself.
            auto const share = std::max(column.share(a), column.share(b));
            chance *= std::max(1.0, share / m_levels[c].chance.front());
        }
        sum += std::log2(m_levels[c].match[level] / std::min(chance, 1.0));
    }
    return sum;
}

double PairWeights::weight(std::size_t a, std::size_t b) const
{
    return m_prior + evidence(a, b, pattern(a, b)) - (contradict(a, b) ? contradiction : 0);
}

/// One list does not name one person for two houses, nor with two mailboxes of one's own in one house.
bool PairWeights::contradict(std::size_t a, std::size_t b) const
{
    if (m_records.list[a] == 0 || m_records.list[a] != m_records.list[b]) {
        return false;
    }
    for (auto c = std::size_t{0}; c < m_records.columns.size(); ++c) {
        auto const kind = m_records.columns[c].kind();
        auto const level = agreement_level(m_records, c, a, b);
        auto const last = level == level_count(kind) - 1;
        if ((kind == FieldKind::organisation && last) || (kind == FieldKind::email && last)) {
            return true;
        }
    }
    return false;
}

void PairWeights::learn_match(std::span<CandidatePair const> candidates)
{
    auto sums = std::vector<std::vector<double>>{};
    for (auto const& levels : m_levels) {
        // A few imagined pairs keep a level from vanishing on short lists.
        auto guess = first_guess(static_cast<int>(levels.match.size()));
        std::ranges::for_each(guess, [](double& chance) { chance *= 20; });
        sums.push_back(std::move(guess));
    }
    auto const step = std::max<std::size_t>(1, candidates.size() / most_em_pairs);
    for (auto i = std::size_t{0}; i < candidates.size(); i += step) {
        auto const [a, b] = candidates[i];
        auto const levels = pattern(a, b);
        auto const odds = std::exp2(std::clamp(m_prior + evidence(a, b, levels), -40.0, 40.0));
        auto const probability = odds / (1 + odds);
        for (auto c = std::size_t{0}; c < levels.size(); ++c) {
            if (levels[c] >= 0) {
                sums[c][static_cast<std::size_t>(levels[c])] += probability;
            }
        }
    }
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        normalise(sums[c]);
        m_levels[c].match = sums[c];
    }
}

/// The share of pairs that are one person: what the candidates add up to, among all pairs.
void PairWeights::learn_prior(std::span<CandidatePair const> candidates)
{
    auto const size = static_cast<double>(m_records.size);
    auto const pairs = std::max(1.0, size * (size - 1) / 2);
    auto const step = std::max<std::size_t>(1, candidates.size() / most_em_pairs);
    auto expected = 1.0;
    for (auto i = std::size_t{0}; i < candidates.size(); i += step) {
        auto const [a, b] = candidates[i];
        auto const odds = std::exp2(std::clamp(m_prior + evidence(a, b, pattern(a, b)), -40.0, 40.0));
        expected += static_cast<double>(step) * odds / (1 + odds);
    }
    auto const share = std::clamp(expected / pairs, 1e-12, 0.5);
    m_prior = std::log2(share / (1 - share));
}

std::vector<std::size_t> find_duplicates(std::span<RecordColumn const> columns, DuplicateOptions const& options)
{
    auto const records = PreparedRecords{columns};
    auto const candidates = candidate_pairs(records, options);
    auto const weights = PairWeights{records, candidates};
    return cluster(records, weights, candidates, options.merge_above);
}

} // namespace knowwho
