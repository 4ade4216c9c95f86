// SPDX-License-Identifier: MIT
#include "identity/undecided_rows.hpp"

#include "identity/person_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace knowwho {
namespace {

/// How well a row fits somebody: whether an earlier version of the list or the user said it was theirs, then in bits.
using Fit = std::pair<bool, double>;
constexpr auto unfit = Fit{false, PairWeights::never};

class PartedPeople {
public:
    PartedPeople(KnownWorld const& world, PairWeights const& weights, std::vector<bool> const& earlier, std::vector<std::size_t> const& first)
        : m_world(world), m_weights(weights), m_earlier(earlier), m_first(first)
    {
        for (auto const& [one, other] : world.different) {
            m_others[one].push_back(other);
            m_others[other].push_back(one);
        }
        for (auto record = std::size_t{0}; !m_others.empty() && record < world.people.size(); ++record) {
            if (m_others.contains(world.people[record].id)) {
                m_records[world.people[record].id].push_back(record);
            }
        }
    }

    /// The record that decides whose row it is: somebody's or, where two fit alike, its own. Those who have a row already
    /// want no other.
    std::size_t owner(PersonId person, std::size_t row, std::set<PersonId> const& with_row) const
    {
        auto const others = m_others.find(person);
        if (others == m_others.end()) {
            return m_first[row];
        }
        auto best = std::pair{fit(person, row), person};
        auto second = unfit;
        for (auto const other : others->second) {
            if (with_row.contains(other)) {
                continue;
            }
            auto const its = fit(other, row);
            second = std::max(second, std::min(its, best.first));
            best = its > best.first ? std::pair{its, other} : best;
        }
        return is_clear(best.first, second) ? m_first[m_records.at(best.second).front()] : row;
    }

private:
    static bool is_clear(Fit const& best, Fit const& second)
    {
        auto const is_likely = second.first || second.second > nearly_certain;
        return !is_likely || best.first != second.first || best.second - second.second >= nearly_certain;
    }

    Fit fit(PersonId person, std::size_t row) const
    {
        auto best = unfit;
        auto const records = m_records.find(person);
        for (auto i = std::size_t{0}; records != m_records.end() && i < records->second.size(); ++i) {
            auto const record = records->second[i];
            auto const was_theirs = m_earlier[record] ? m_weights.is_same_name(record, row) : m_world.people[record].merged && m_weights.says_the_same(record, row);
            auto const bits = m_weights.is_doubtful(record, row) ? PairWeights::never : m_weights.weight(record, row);
            best = std::max(best, {was_theirs, bits});
        }
        return best;
    }

    KnownWorld const& m_world;
    PairWeights const& m_weights;
    std::vector<bool> const& m_earlier;
    std::vector<std::size_t> const& m_first;
    std::map<PersonId, std::vector<PersonId>> m_others;
    std::map<PersonId, std::vector<std::size_t>> m_records;
};

} // namespace

void leave_undecided(KnownWorld const& world, PairWeights const& weights, std::vector<bool> const& earlier, std::vector<std::size_t>& first)
{
    auto const known = world.people.size();
    auto with_row = std::set<PersonId>{};
    for (auto row = known; !world.different.empty() && row < first.size(); ++row) {
        if (first[row] < known) {
            with_row.insert(world.people[first[row]].id);
        }
    }
    auto const parted = PartedPeople{world, weights, earlier, first};
    auto decided = first;
    for (auto row = known; !with_row.empty() && row < first.size(); ++row) {
        if (first[row] < known) {
            decided[row] = parted.owner(world.people[first[row]].id, row, with_row);
        }
    }
    first = std::move(decided);
}

} // namespace knowwho
