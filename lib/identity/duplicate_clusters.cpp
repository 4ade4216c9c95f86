// SPDX-License-Identifier: MIT
// Average linkage inside the connected parts: a single wrong edge joins nobody but its two ends.
#include "identity/duplicates.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <vector>

namespace knowwho {
namespace {

constexpr double least_weight = -25;
constexpr double most_weight = 15;

/// Larger parts are cut at a higher weight first; no person is on that many rows.
constexpr std::size_t largest_part = 250;

class Sets {
public:
    explicit Sets(std::size_t size) : m_up(size) { std::iota(m_up.begin(), m_up.end(), std::size_t{0}); }

    std::size_t find(std::size_t i)
    {
        while (m_up[i] != i) {
            i = m_up[i] = m_up[m_up[i]];
        }
        return i;
    }

    /// The smaller index leads, so that the answer does not depend on the order of joins.
    void join(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        m_up[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_up;
};

/// What is joined: single records, and the known people with all their records. By first record.
class Units {
public:
    Units(PairWeights const& weights, std::size_t size, DuplicateOptions const& options) : m_weights(weights), m_options(options), m_of(size)
    {
        auto by_person = std::unordered_map<std::int64_t, std::uint32_t>{};
        for (auto i = std::size_t{0}; i < size; ++i) {
            auto const person = options.person.empty() ? 0 : options.person[i];
            auto const next = static_cast<std::uint32_t>(m_first.size());
            m_of[i] = person == 0 ? next : by_person.try_emplace(person, next).first->second;
            if (m_of[i] == next) {
                m_first.push_back(static_cast<std::uint32_t>(i));
            } else {
                m_further[m_of[i]].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }

    std::size_t size() const { return m_first.size(); }
    std::size_t of(std::size_t record) const { return m_of[record]; }
    std::size_t first_record(std::size_t unit) const { return m_first[unit]; }

    /// By the records that fit best, unless any two contradict each other.
    double weight(std::size_t a, std::size_t b) const
    {
        if (is_known(a) && is_known(b)) {
            return PairWeights::never;
        }
        auto best = -std::numeric_limits<double>::infinity();
        auto least = -best;
        for_each_record(a, [&](std::size_t one) {
            for_each_record(b, [&](std::size_t other) {
                auto const weight = record_weight(one, other);
                best = std::max(best, weight);
                least = std::min(least, weight);
            });
        });
        return least < unthinkable ? PairWeights::never : std::clamp(best, least_weight, most_weight);
    }

    double record_weight(std::size_t a, std::size_t b) const
    {
        if (!m_options.apart.empty() && std::ranges::binary_search(m_options.apart, CandidatePair{static_cast<std::uint32_t>(std::min(a, b)), static_cast<std::uint32_t>(std::max(a, b))})) {
            return PairWeights::never;
        }
        if ((is_earlier(a) || is_earlier(b)) && m_weights.says_the_same(a, b)) {
            return most_weight;
        }
        auto const weight = m_weights.weight(a, b);
        return weight > m_options.merge_above && lacks_proof(a, b) ? std::min(m_options.merge_above, 0.0) : weight;
    }

private:
    static constexpr double unthinkable = PairWeights::never / 2;

    bool lacks_proof(std::size_t a, std::size_t b) const
    {
        if (!m_options.needs_proof || !m_weights.is_doubtful(a, b)) {
            return false;
        }
        return !((is_earlier(a) || is_earlier(b)) && m_weights.is_same_name(a, b));
    }

    bool is_earlier(std::size_t record) const { return m_options.earlier != nullptr && record < m_options.earlier->size() && (*m_options.earlier)[record]; }

    bool is_known(std::size_t unit) const { return !m_options.person.empty() && m_options.person[m_first[unit]] != 0; }

    template <typename Take>
    void for_each_record(std::size_t unit, Take take) const
    {
        take(m_first[unit]);
        if (auto const more = m_further.find(static_cast<std::uint32_t>(unit)); more != m_further.end()) {
            std::ranges::for_each(more->second, take);
        }
    }

    PairWeights const& m_weights;
    DuplicateOptions const& m_options;
    std::vector<std::uint32_t> m_of;
    std::vector<std::uint32_t> m_first;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_further; ///< records of known people, by unit
};

struct Edge {
    std::size_t a;
    std::size_t b;
    double weight;
};

std::vector<std::vector<std::size_t>> parts_of(std::vector<std::size_t> const& members, std::vector<Edge> const& edges, double above, std::vector<std::size_t>& place)
{
    for (auto i = std::size_t{0}; i < members.size(); ++i) {
        place[members[i]] = i;
    }
    auto sets = Sets{members.size()};
    for (auto const& edge : edges) {
        if (edge.weight > above) {
            sets.join(place[edge.a], place[edge.b]);
        }
    }
    auto parts = std::vector<std::vector<std::size_t>>(members.size());
    for (auto i = std::size_t{0}; i < members.size(); ++i) {
        parts[sets.find(i)].push_back(members[i]);
    }
    std::erase_if(parts, [](auto const& part) { return part.size() < 2; });
    return parts;
}

/// Joins the two groups of the highest mean weight until none is above the threshold.
class Linkage {
public:
    Linkage(std::vector<std::size_t> const& members, Units const& units) : m_members(members), m_sums(members.size() * members.size()), m_sizes(members.size(), 1)
    {
        for (auto i = std::size_t{0}; i < members.size(); ++i) {
            for (auto j = i + 1; j < members.size(); ++j) {
                sum(i, j) = units.weight(members[i], members[j]);
            }
        }
    }

    void join(double above, Sets& sets)
    {
        while (true) {
            auto best = above;
            auto a = std::size_t{0};
            auto b = std::size_t{0};
            for (auto i = std::size_t{0}; i < m_members.size(); ++i) {
                for (auto j = i + 1; m_sizes[i] > 0 && j < m_members.size(); ++j) {
                    auto const mean = m_sizes[j] > 0 ? sum(i, j) / (m_sizes[i] * m_sizes[j]) : least_weight;
                    if (mean > best) {
                        best = mean;
                        a = i;
                        b = j;
                    }
                }
            }
            if (a == b) {
                return;
            }
            merge(a, b);
            sets.join(m_members[a], m_members[b]);
        }
    }

private:
    double& sum(std::size_t i, std::size_t j) { return i < j ? m_sums[i * m_members.size() + j] : m_sums[j * m_members.size() + i]; }

    void merge(std::size_t a, std::size_t b)
    {
        for (auto k = std::size_t{0}; k < m_members.size(); ++k) {
            if (k != a && k != b) {
                sum(a, k) += sum(b, k);
            }
        }
        m_sizes[a] += m_sizes[b];
        m_sizes[b] = 0;
    }

    std::vector<std::size_t> const& m_members;
    std::vector<double> m_sums;
    std::vector<double> m_sizes;
};

} // namespace

namespace {

/// Parts that are too large are cut at higher and higher weights before they are joined.
class Joining {
public:
    Joining(Units const& units, std::vector<Edge> edges, double merge_above)
        : m_units(units), m_edges(std::move(edges)), m_merge_above(merge_above), m_sets(units.size()), m_place(units.size())
    {
        auto everybody = std::vector<std::size_t>(units.size());
        std::iota(everybody.begin(), everybody.end(), std::size_t{0});
        wait(everybody, m_edges, merge_above);
        while (!m_waiting.empty()) {
            auto const part = std::move(m_waiting.back());
            m_waiting.pop_back();
            join(part);
        }
    }

    /// The first unit of the unit's group.
    std::size_t leader(std::size_t unit) { return m_sets.find(unit); }

private:
    struct Part {
        std::vector<std::size_t> members;
        double above;
    };

    void wait(std::vector<std::size_t> const& members, std::vector<Edge> const& edges, double above)
    {
        for (auto& part : parts_of(members, edges, above, m_place)) {
            m_waiting.push_back({std::move(part), above});
        }
    }

    void join(Part const& part)
    {
        if (part.members.size() <= largest_part) {
            Linkage{part.members, m_units}.join(m_merge_above, m_sets);
            return;
        }
        auto inside = std::vector<bool>(m_units.size());
        for (auto const member : part.members) {
            inside[member] = true;
        }
        auto own = std::vector<Edge>{};
        std::ranges::copy_if(m_edges, std::back_inserter(own), [&](Edge const& edge) { return inside[edge.a] && inside[edge.b]; });
        wait(part.members, own, part.above + 3);
    }

    Units const& m_units;
    std::vector<Edge> m_edges;
    double m_merge_above;
    Sets m_sets;
    std::vector<std::size_t> m_place;
    std::vector<Part> m_waiting;
};

} // namespace

std::vector<std::size_t> cluster(PreparedRecords const& records, PairWeights const& weights, std::span<CandidatePair const> candidates, DuplicateOptions const& options, LikelyPairs* likely)
{
    auto const units = Units{weights, records.size, options};
    auto edges = std::vector<Edge>{};
    for (auto const& [a, b] : candidates) {
        auto const weight = units.record_weight(a, b);
        if (weight > options.merge_above) {
            edges.push_back({units.of(a), units.of(b), weight});
        }
        if (likely != nullptr && weight > likely->above) {
            likely->pairs.push_back({a, b});
        }
    }
    auto joining = Joining{units, std::move(edges), options.merge_above};
    auto first = std::vector<std::size_t>(records.size);
    for (auto i = std::size_t{0}; i < records.size; ++i) {
        first[i] = units.first_record(joining.leader(units.of(i)));
    }
    return first;
}

} // namespace knowwho
