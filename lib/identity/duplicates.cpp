// SPDX-License-Identifier: MIT
#include "identity/duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr int em_rounds = 12;
constexpr std::size_t random_pairs = 100'000;
constexpr std::size_t most_drawn = 4'096; ///< records of which the random pairs are made: few enough to stay in the cache
constexpr std::size_t most_em_pairs = 60'000;
constexpr double smallest_chance = 1e-5;
constexpr double hopeless = -40;       ///< bits: such pairs add up to nothing
constexpr double usual_doubles = 0.01; ///< of a list's rows, as long as nothing else is known

/// Safe beginnings: how often each level is met for one person, best level first.
std::vector<double> first_guess(int levels)
{
    auto guess = std::vector<double>(static_cast<std::size_t>(levels), 0.1 / (levels - 2));
    guess.front() = 0.8;
    guess[1] = 0.1;
    return guess;
}

/// So many imagined pairs of strangers stand beside those drawn: on short lists they decide.
constexpr double usual_pairs = 2'000;

/// How often strangers reach each level but the first and the last, in general.
std::span<double const> usual_chances(FieldKind kind)
{
    static constexpr std::array given{0.006, 0.003, 0.01, 0.04};
    static constexpr std::array family{0.0008, 0.0002, 0.003};
    static constexpr std::array date{0.0005, 0.005, 0.015};
    static constexpr std::array email{0.00005, 0.0005, 0.004};
    static constexpr std::array others{0.004, 0.02};
    switch (kind) {
    case FieldKind::given: return given;
    case FieldKind::family: return family;
    case FieldKind::date: return date;
    case FieldKind::email: return email;
    default: return others;
    }
}

/// Counts of strangers by level, the imagined ones only.
std::vector<double> imagined_strangers(FieldKind kind)
{
    auto counts = std::vector<double>(static_cast<std::size_t>(level_count(kind)), 1.0);
    auto last = usual_pairs;
    for (auto level = std::size_t{1}; auto const chance : usual_chances(kind)) {
        counts[level] = usual_pairs * chance;
        last -= counts[level++];
    }
    counts.back() = last;
    return counts;
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
        m_levels.push_back({first_guess(levels), imagined_strangers(column.kind())});
    }
    m_levels.resize(std::min(m_levels.size(), most_columns));
    order_columns();
    learn_chance();
    auto const sample = sample_of(candidates);
    learn_prior(sample);
    for (auto round = 0; round < em_rounds; ++round) {
        learn_match(sample);
        learn_prior(sample);
    }
}

PairWeights::Sample PairWeights::sample_of(std::span<CandidatePair const> candidates) const
{
    auto const step = std::max<std::size_t>(1, candidates.size() / most_em_pairs);
    auto sample = Sample{{}, {}, 1.0 / static_cast<double>(step)};
    for (auto i = std::size_t{0}; i < candidates.size(); i += step) {
        auto const [a, b] = candidates[i];
        auto made = Pattern{};
        if (!compare(a, b, are_on_one_list(a, b), made)) {
            continue;
        }
        sample.patterns.push_back(made);
        auto surprise = 0.0;
        for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
            if (auto const level = made.levels[c]; level >= 0) {
                surprise -= std::log2(chance(c, static_cast<std::size_t>(level), a, b));
            }
        }
        sample.surprise.push_back(surprise);
    }
    return sample;
}

/// Chance agreement from random pairs, drawn with a fixed seed.
void PairWeights::learn_chance()
{
    auto random = std::mt19937{20260101};
    auto const size = m_records.size;
    auto const drawn_from = std::min(size, most_drawn);
    auto const draw = [&] { return random() % drawn_from * size / drawn_from; }; // spread over the list
    for (auto i = std::size_t{0}; size > 1 && i < std::min(random_pairs, size * size); ++i) {
        auto const a = draw();
        auto const b = draw();
        if (a == b) {
            continue;
        }
        auto const drawn = pattern(a, b);
        for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
            if (drawn.levels[c] >= 0) {
                m_levels[c].chance[static_cast<std::size_t>(drawn.levels[c])] += 1;
            }
        }
    }
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        normalise(m_levels[c].chance);
        m_levels[c].chance.front() = m_records.columns[c].agreement_by_chance();
    }
}

double PairWeights::evidence(std::size_t a, std::size_t b, Pattern const& pattern) const
{
    auto sum = 0.0;
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        if (pattern.levels[c] >= 0) {
            sum += bits(c, static_cast<std::size_t>(pattern.levels[c]), a, b);
        }
    }
    return sum;
}

/// How often two strangers agree like that: what resembles a common value is common itself.
double PairWeights::chance(std::size_t c, std::size_t level, std::size_t a, std::size_t b) const
{
    auto const& column = m_records.columns[c];
    auto const& levels = m_levels[c].chance;
    if (level + 1 == levels.size()) {
        return std::min(levels[level], 1.0);
    }
    auto const share = column.number(a) == column.number(b) ? column.share(a) : std::max(column.share(a), column.share(b));
    return std::min(level == 0 ? share : levels[level] * std::max(1.0, share / levels.front()), 1.0);
}

double PairWeights::bits(std::size_t c, std::size_t level, std::size_t a, std::size_t b) const
{
    return std::log2(m_levels[c].match[level] / chance(c, level, a, b));
}

std::vector<ColumnEvidence> PairWeights::reasons(std::size_t a, std::size_t b) const
{
    auto const levels = pattern(a, b).levels;
    auto all = std::vector<ColumnEvidence>{};
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        if (levels[c] >= 0) {
            all.push_back({m_records.columns[c].kind(), c, levels[c], bits(c, static_cast<std::size_t>(levels[c]), a, b)});
        }
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, [](ColumnEvidence const& one) { return std::abs(one.bits); });
    return all;
}

double PairWeights::weight(std::size_t a, std::size_t b) const
{
    auto seen = Pattern{};
    return compare(a, b, are_on_one_list(a, b), seen) ? m_prior + evidence(a, b, seen) : never;
}

/// Hands on the patterns of the sample, each with the probability that it is of one person.
template <typename Take>
void PairWeights::for_each_likely(Sample const& sample, Take take) const
{
    auto match = m_levels;
    for (auto& levels : match) {
        std::ranges::transform(levels.match, levels.match.begin(), [](double share) { return std::log2(share); });
    }
    for (auto i = std::size_t{0}; i < sample.patterns.size(); ++i) {
        auto bits = m_prior + sample.surprise[i];
        for (auto c = std::size_t{0}; c < match.size(); ++c) {
            auto const level = sample.patterns[i].levels[c];
            bits += level < 0 ? 0 : match[c].match[static_cast<std::size_t>(level)];
        }
        if (bits > hopeless) {
            take(sample.patterns[i], 1 / (1 + std::exp2(-bits)));
        }
    }
}

void PairWeights::learn_match(Sample const& sample)
{
    auto sums = std::vector<std::vector<double>>{};
    for (auto const& levels : m_levels) {
        // A few imagined pairs keep a level from vanishing on short lists.
        auto guess = first_guess(static_cast<int>(levels.match.size()));
        std::ranges::for_each(guess, [](double& chance) { chance *= 20; });
        sums.push_back(std::move(guess));
    }
    for_each_likely(sample, [&](Pattern const& pattern, double probability) {
        for (auto c = std::size_t{0}; c < sums.size(); ++c) {
            if (auto const level = pattern.levels[c]; level >= 0) {
                sums[c][static_cast<std::size_t>(level)] += probability;
            }
        }
    });
    for (auto c = std::size_t{0}; c < m_levels.size(); ++c) {
        normalise(sums[c]);
        m_levels[c].match = sums[c];
    }
}

/// The share of pairs that are one person: what the candidates add up to, among all pairs.
void PairWeights::learn_prior(Sample const& sample)
{
    auto const size = static_cast<double>(m_records.size);
    auto const pairs = std::max(1.0, size * (size - 1) / 2);
    auto expected = 0.0;
    for_each_likely(sample, [&](Pattern const&, double probability) { expected += probability; });
    auto const share = std::clamp((usual_doubles * size + expected / sample.share) / pairs, 1e-12, 0.1);
    m_prior = std::log2(share / (1 - share));
}

std::vector<std::size_t> find_duplicates(std::span<RecordColumn const> columns, DuplicateOptions const& options)
{
    auto const records = PreparedRecords{columns};
    auto const candidates = candidate_pairs(records, options);
    auto const weights = PairWeights{records, candidates};
    return cluster(records, weights, candidates, options);
}

} // namespace knowwho
