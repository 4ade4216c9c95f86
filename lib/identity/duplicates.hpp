// SPDX-License-Identifier: MIT
// Which records are about the same person: keys that bring candidates together, weights after Fellegi
// and Sunter (1969) learnt on the records themselves, and clusters that can't chain strangers together.
#pragma once

#include "identity/duplicate_records.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace knowwho {

struct DuplicateOptions {
    double merge_above = -1;         ///< mean weight (bits) between two groups that are joined; lower joins more
    std::size_t largest_block = 120; ///< keys that more records share bring nobody together
    std::span<int const> source;     ///< if given, only records of different sources are compared
};

/// For each record the index of the first record of its person (its own for a single one). The same
/// whatever the order of the columns' other records; time grows with the number of candidate pairs.
std::vector<std::size_t> find_duplicates(std::span<RecordColumn const> columns, DuplicateOptions const& options = {});

/// Two records that may be one person. `a` < `b`.
struct CandidatePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend auto operator<=>(CandidatePair const&, CandidatePair const&) = default;
};

/// The pairs that share a key; sorted, each once.
std::vector<CandidatePair> candidate_pairs(PreparedRecords const& records, DuplicateOptions const& options);

/// Weights of agreement, learnt from the candidates by expectation maximisation.
class PairWeights {
public:
    PairWeights(PreparedRecords const& records, std::span<CandidatePair const> candidates);

    /// log2 of the odds that both are one person: prior and evidence.
    double weight(std::size_t a, std::size_t b) const;

private:
    struct Levels {
        std::vector<double> match;  ///< chance of the level for one person
        std::vector<double> chance; ///< and for two strangers
    };
    static constexpr std::size_t most_columns = 24;
    struct Pattern {
        std::array<signed char, most_columns> levels{};
        bool contradicts = false; ///< one list names both, for two houses or with two mailboxes
    };
    struct Sample {
        std::vector<CandidatePair> pairs;
        std::vector<Pattern> patterns;
        double share = 1; ///< of all candidates
    };

    Pattern pattern(std::size_t a, std::size_t b) const;
    bool contradict(std::size_t a, std::size_t b, Pattern const& pattern) const;
    Sample sample_of(std::span<CandidatePair const> candidates) const;
    double odds(CandidatePair const& pair, Pattern const& pattern) const;
    void see_exchanged(std::size_t a, std::size_t b, Pattern& levels) const;
    void forget_repeated(Pattern& levels) const;
    double evidence(std::size_t a, std::size_t b, Pattern const& pattern) const;
    void learn_chance();
    void learn_match(Sample const& sample);
    void learn_prior(Sample const& sample);

    PreparedRecords const& m_records;
    std::vector<Levels> m_levels;
    double m_prior = -20; ///< log2 odds that two random records are one person
};

/// Joins groups while the mean weight between them is above `merge_above`: average linkage.
std::vector<std::size_t> cluster(PreparedRecords const& records, PairWeights const& weights, std::span<CandidatePair const> candidates, double merge_above);

} // namespace knowwho
