// SPDX-License-Identifier: MIT
#include "identity/resolve.hpp"

#include "identity/person_records.hpp"
#include "identity/same_rows.hpp"
#include "identity/undecided_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace knowwho {
namespace {

constexpr std::size_t most_questions = 5'000; ///< of one list: nobody answers more

/// Records of rows that the user's word keeps apart: one has a name of the one, one of the other of two
/// people who were told apart.
std::vector<CandidatePair> told_apart(std::span<WrittenRecord const> rows, KnownWorld const& world)
{
    auto asked = std::map<PersonId, std::set<std::string>>{};
    for (auto const& [one, other] : world.different) {
        asked[one];
        asked[other];
    }
    for (auto const& person : world.people) {
        if (auto const names = asked.find(person.id); names != asked.end()) {
            names->second.insert(full_name_key(written_record(person)));
        }
    }
    auto rows_named = std::map<std::string, std::vector<std::uint32_t>>{};
    for (auto i = std::size_t{0}; !asked.empty() && i < rows.size(); ++i) {
        rows_named[full_name_key(rows[i])].push_back(static_cast<std::uint32_t>(world.people.size() + i));
    }
    auto pairs = std::vector<CandidatePair>{};
    for (auto const& [one, other] : world.different) {
        for (auto const& name : asked[one]) {
            for (auto const& other_name : asked[other]) {
                for (auto const a : rows_named[name]) {
                    for (auto const b : rows_named[other_name]) {
                        pairs.push_back({std::min(a, b), std::max(a, b)});
                    }
                }
            }
        }
    }
    std::ranges::sort(pairs);
    return pairs;
}

PersonRecords records_of(std::span<WrittenRecord const> rows, KnownWorld const& world)
{
    constexpr auto this_list = std::int64_t{std::numeric_limits<std::int32_t>::max()}; // lists of a notebook are fewer
    auto records = PersonRecords{};
    records.reserve(world.people.size() + rows.size());
    for (auto const& person : world.people) {
        records.add(written_record(person), person.list.value, person.id.value);
    }
    for (auto const& row : rows) {
        records.add(row, this_list, 0);
    }
    return records;
}

std::vector<bool> of_lists(std::span<KnownPerson const> people, std::span<ListId const> lists)
{
    auto of = std::vector<bool>{};
    for (auto const& person : people) {
        of.push_back(std::ranges::binary_search(lists, person.list));
    }
    return of;
}

DuplicateOptions options_for(PersonRecords const& collected, std::span<CandidatePair const> apart)
{
    auto options = DuplicateOptions{};
    options.merge_above = nearly_certain;
    options.needs_proof = true;
    options.person = collected.people();
    options.apart = apart;
    return options;
}

/// Two rows that contradict each other may still be one person: whom the user made one of two. Each is known by
/// what it was before.
void follow_the_user(KnownWorld const& world, PairWeights const& weights, std::span<CandidatePair const> candidates, std::vector<std::size_t>& first)
{
    auto const known = world.people.size();
    for (auto const& [a, b] : candidates) {
        auto const is_open = a < known && b >= known && first[b] == b;
        if (is_open && world.people[a].merged && weights.weight(a, b) > nearly_certain && !weights.is_doubtful(a, b)) {
            auto const row = std::size_t{b};
            std::ranges::replace(first, row, first[a]);
        }
    }
}

/// The rows that are joined to nobody need no reason.
class Reasons {
public:
    Reasons(PairWeights const& weights, std::vector<std::size_t> const& first) : m_weights(weights)
    {
        for (auto i = std::size_t{0}; i < first.size(); ++i) {
            if (first[i] != i) {
                auto& group = m_groups[first[i]];
                group.insert(group.end(), group.empty() ? 1 : 0, first[i]);
                group.push_back(i);
            }
        }
    }

    /// Fills in what joins the record to the earlier ones of its group.
    void explain(std::size_t record, std::size_t first, Resolution& resolution) const
    {
        auto best = std::pair{PairWeights::never, first};
        for (auto const other : m_groups.at(first)) {
            if (other >= record || best.first >= sure) {
                break;
            }
            best = std::max(best, {m_weights.weight(record, other), other});
        }
        resolution.probability = probability_of_bits(best.first);
        resolution.reason = reason_in_words(m_weights, record, best.second);
    }

private:
    static constexpr double sure = 20; // bits

    PairWeights const& m_weights;
    std::unordered_map<std::size_t, std::vector<std::size_t>> m_groups;
};

WrittenRecord written(std::span<WrittenRecord const> rows, KnownWorld const& world, std::size_t record)
{
    return record < world.people.size() ? written_record(world.people[record]) : rows[record - world.people.size()];
}

struct Likely {
    double bits;
    CandidatePair pair;
};

/// The likeliest pairs that were not joined; of two as likely the one that stands first.
std::vector<Likely> worth_asking(std::span<CandidatePair const> likely, PairWeights const& weights, std::vector<std::size_t> const& first)
{
    auto worth = std::vector<Likely>{};
    for (auto const& pair : likely) {
        auto const bits = first[pair.a] == first[pair.b] ? PairWeights::never : weights.weight(pair.a, pair.b);
        if (bits > least_bits_to_ask) {
            worth.push_back({bits, pair});
        }
    }
    std::ranges::sort(worth, {}, [](Likely const& one) { return std::pair{-one.bits, one.pair}; });
    worth.resize(std::min(worth.size(), most_questions));
    return worth;
}

std::vector<OpenQuestion> questions_about(std::span<CandidatePair const> likely, PairWeights const& weights, std::vector<std::size_t> const& first,
    std::span<WrittenRecord const> rows, KnownWorld const& world)
{
    auto questions = std::vector<OpenQuestion>{};
    for (auto const& [bits, pair] : worth_asking(likely, weights, first)) {
        auto const one = written(rows, world, pair.a);
        auto const other = written(rows, world, pair.b);
        questions.push_back({pair.a, pair.b, bits, asked_probability(weights, pair.a, pair.b), asked_signals(weights, pair.a, pair.b, one, other)});
    }
    return questions;
}

} // namespace

class WeighedPeople::Weighed {
public:
    Weighed(std::vector<WrittenRecord> rows, KnownWorld const& world)
        : m_rows(std::move(rows)), m_world(world), m_collected(records_of(m_rows, world)), m_apart(told_apart(m_rows, world)), m_records(m_collected.columns()),
          m_candidates(candidate_pairs(m_records, options_for(m_collected, m_apart))), m_weights(m_records, m_candidates)
    {
        m_collected.forget_columns();
    }

    std::vector<Resolution> resolve(std::span<ListId const> lists)
    {
        auto const known = m_world.people.size();
        auto const earlier = of_lists(m_world.people, lists);
        auto options = options_for(m_collected, m_apart);
        options.earlier = &earlier;
        m_likely.pairs.clear();
        m_first = cluster(m_records, m_weights, m_candidates, options, &m_likely);
        follow_the_user(m_world, m_weights, m_candidates, m_first);
        leave_undecided(m_world, m_weights, earlier, m_first);
        auto const reasons = Reasons{m_weights, m_first};
        auto resolutions = std::vector<Resolution>(m_rows.size());
        for (auto i = std::size_t{0}; i < m_rows.size(); ++i) {
            auto const leader = m_first[known + i];
            if (leader == known + i) {
                continue;
            }
            if (leader < known) {
                resolutions[i].known = m_world.people[leader].id;
            } else {
                resolutions[i].same_as_row = leader - known;
            }
            reasons.explain(known + i, leader, resolutions[i]);
        }
        join_same_rows(m_rows, m_records, resolutions);
        return resolutions;
    }

    std::vector<OpenQuestion> questions() const { return questions_about(m_likely.pairs, m_weights, m_first, m_rows, m_world); }

private:
    std::vector<WrittenRecord> m_rows;
    KnownWorld m_world;
    PersonRecords m_collected;
    std::vector<CandidatePair> m_apart;
    PreparedRecords m_records;
    std::vector<CandidatePair> m_candidates;
    PairWeights m_weights;
    std::vector<std::size_t> m_first;                   ///< record of each record's person, as decided last
    LikelyPairs m_likely = {least_bits_to_ask, {}};
};

WeighedPeople::WeighedPeople(std::vector<WrittenRecord> rows, KnownWorld const& world) : m_weighed(std::make_unique<Weighed>(std::move(rows), world)) {}

WeighedPeople::~WeighedPeople() = default;

std::vector<Resolution> WeighedPeople::resolve(std::span<ListId const> earlier) { return m_weighed->resolve(earlier); }

std::vector<OpenQuestion> WeighedPeople::questions() const { return m_weighed->questions(); }

std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, KnownWorld const& world)
{
    auto records = std::vector<WrittenRecord>{};
    for (auto const& row : rows) {
        records.push_back(written_record(row));
        records.back().role = row.role;
    }
    return WeighedPeople{std::move(records), world}.resolve(world.earlier);
}

} // namespace knowwho
