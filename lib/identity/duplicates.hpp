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

/// Two records that may be one person. `a` < `b`.
struct CandidatePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend auto operator<=>(CandidatePair const&, CandidatePair const&) = default;
};

struct DuplicateOptions {
    double merge_above = -1;         ///< mean weight (bits) between two groups that are joined; lower joins more
    bool needs_proof = false;        ///< a doubt (PairWeights::is_doubtful) keeps two groups apart, however much speaks for them
    std::size_t largest_block = 120; ///< keys that more records share bring nobody together
    std::span<int const> source;     ///< if given, only records of different sources are compared
    std::span<std::int64_t const> person; ///< if given, records of one number above 0 are one person, those of two numbers are two, for good
    std::span<CandidatePair const> apart; ///< sorted; these are never one person
    std::vector<bool> const* earlier = nullptr; ///< if given, marks records of an earlier version of the list of those behind: the name is proof there, and what is equal throughout is one person
};

/// For each record the index of the first record of its person (its own for a single one). The same
/// whatever the order of the columns' other records; time grows with the number of candidate pairs.
std::vector<std::size_t> find_duplicates(std::span<RecordColumn const> columns, DuplicateOptions const& options = {});

/// The pairs that share a key; sorted, each once. Nobody is compared whose person is known on both sides.
std::vector<CandidatePair> candidate_pairs(PreparedRecords const& records, DuplicateOptions const& options);

/// What one column says about two records.
struct ColumnEvidence {
    FieldKind kind = FieldKind::ignored;
    std::size_t column = 0; ///< of the prepared records
    int level = 0;          ///< 0 for equal values
    double bits = 0;        ///< negative: against
};

/// Weights of agreement, learnt from the candidates by expectation maximisation.
class PairWeights {
public:
    PairWeights(PreparedRecords const& records, std::span<CandidatePair const> candidates);

    /// log2 of the odds that both are one person: prior and evidence; `never` if they contradict each other,
    /// which is looked at first.
    double weight(std::size_t a, std::size_t b) const;

    /// Far below any sum of evidence: no mean that holds it joins anybody.
    static constexpr double never = -1e6;

    /// Whether a human should look: a name is missing, only one of them says whether father or son, an initial or another known name, only the names agree, the
    /// house is another, or one list spells the name in two ways or has two mailboxes of one house. One's own
    /// mailbox is proof for all names that may be one.
    bool is_doubtful(std::size_t a, std::size_t b) const;

    /// Whether given and family name are equal, or one of them is missing in both; and what tells father from son.
    bool is_same_name(std::size_t a, std::size_t b) const;

    /// Whether all columns are equal, the missing ones included.
    bool says_the_same(std::size_t a, std::size_t b) const;

    /// What each column says, in bits, the strongest first; the prior is not among them.
    std::vector<ColumnEvidence> reasons(std::size_t a, std::size_t b) const;

    /// log2 of the odds that two records are one person of whom nothing is known.
    double prior() const noexcept { return m_prior; }

private:
    bool are_two_names(std::size_t a, std::size_t b, bool on_one_list) const;

    struct Levels {
        std::vector<double> match;  ///< chance of the level for one person
        std::vector<double> chance; ///< and for two strangers
    };
    static constexpr std::size_t most_columns = 24;
    struct Pattern {
        std::array<signed char, most_columns> levels{};
    };

    /// Candidates to learn from, without those that contradict each other: nobody learns from them.
    struct Sample {
        std::vector<Pattern> patterns;
        std::vector<double> surprise; ///< of each pair: bits by which strangers seldom agree so
        double share = 1;             ///< of all candidates
    };

    void order_columns();
    Pattern pattern(std::size_t a, std::size_t b) const;
    bool compare(std::size_t a, std::size_t b, bool on_one_list, Pattern& pattern) const;
    bool are_on_one_list(std::size_t a, std::size_t b) const;
    bool are_exchanged(std::size_t a, std::size_t b) const;
    Sample sample_of(std::span<CandidatePair const> candidates) const;
    template <typename Take>
    void for_each_likely(Sample const& sample, Take take) const;
    void see_exchanged(std::size_t a, std::size_t b, Pattern& levels) const;
    void forget_repeated(Pattern& levels) const;
    double evidence(std::size_t a, std::size_t b, Pattern const& pattern) const;
    double chance(std::size_t column, std::size_t level, std::size_t a, std::size_t b) const;
    double bits(std::size_t column, std::size_t level, std::size_t a, std::size_t b) const;
    void learn_chance();
    void learn_match(Sample const& sample);
    void learn_prior(Sample const& sample);

    PreparedRecords const& m_records;
    std::vector<Levels> m_levels;
    std::vector<std::size_t> m_order; ///< of comparing: first the columns that two rows of a list can't differ in
    double m_prior = -20; ///< log2 odds that two random records are one person
};

/// Pairs that a closer look is worth: of those weighed anyway, all above a weight.
struct LikelyPairs {
    double above = 0; ///< bits; at most `merge_above`
    std::vector<CandidatePair> pairs; ///< in the order of the candidates
};

/// Joins groups while the mean weight between them is above `merge_above`: average linkage. The records of a
/// known person count as one, by the one that fits best. For each record the first record of its group.
/// `likely`, if given, gets the pairs that weigh more than it says, whether they were joined or not.
std::vector<std::size_t> cluster(PreparedRecords const& records, PairWeights const& weights, std::span<CandidatePair const> candidates, DuplicateOptions const& options, LikelyPairs* likely = nullptr);

} // namespace knowwho
