// SPDX-License-Identifier: MIT
#include "identity/likely_same.hpp"

#include "identity/person_records.hpp"
#include "store/close_people.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace knowwho {
namespace {

PersonRecords records_of(std::span<KnownPerson const> people)
{
    auto records = PersonRecords{};
    for (auto const& one : people) {
        records.add(one.name, one.organisation, one.email, one.place, one.list.value, one.id.value);
    }
    return records;
}

std::string both(std::string const& a, std::string const& b) { return a == b ? a : fmt::format("{} / {}", a, b); }

std::string given_names(PersonName const& name) { return name.middle.empty() ? name.given : name.given + ' ' + name.middle; }

std::string detail_of(FieldKind kind, KnownPerson const& a, KnownPerson const& b)
{
    switch (kind) {
    case FieldKind::given: return both(given_names(a.name), given_names(b.name));
    case FieldKind::family: return both(a.name.family, b.name.family);
    case FieldKind::organisation: return both(a.organisation, b.organisation);
    case FieldKind::email: return both(a.email, b.email);
    default: return both(a.place, b.place);
    }
}

/// Two people of the notebook, with the two of their records that fit best.
struct PeoplePair {
    double bits = PairWeights::never;
    std::size_t a = 0;
    std::size_t b = 0;
};

/// All that lists and contacts say of people, weighed against each other.
class NotebookWeights {
public:
    explicit NotebookWeights(Notebook const& notebook)
        : m_people(known_people(notebook)), m_collected(records_of(m_people)), m_records(m_collected.columns()), m_candidates(candidate_pairs(m_records, {})), m_weights(m_records, m_candidates)
    {
    }

    /// Of two people whose ids are in order; what contradicts itself has no pair.
    std::map<std::pair<PersonId, PersonId>, PeoplePair> pairs_above(double bits) const
    {
        auto pairs = std::map<std::pair<PersonId, PersonId>, PeoplePair>{};
        for (auto const& [a, b] : m_candidates) {
            auto const weight = m_people[a].id == m_people[b].id ? PairWeights::never : m_weights.weight(a, b);
            if (weight > bits) {
                take_better(pairs[std::minmax(m_people[a].id, m_people[b].id)], {weight, a, b});
            }
        }
        return pairs;
    }

    PeoplePair best_pair(PersonId one, PersonId other) const
    {
        auto best = PeoplePair{};
        for (auto a = std::size_t{0}; a < m_people.size(); ++a) {
            for (auto b = std::size_t{0}; m_people[a].id == one && b < m_people.size(); ++b) {
                if (m_people[b].id == other) {
                    take_better(best, {m_weights.weight(a, b), a, b});
                }
            }
        }
        return best;
    }

    /// What leaves a doubt is never more than likely, however much the weights add up to.
    double probability(PeoplePair const& pair) const
    {
        auto const doubted = pair.bits > PairWeights::never && m_weights.is_doubtful(pair.a, pair.b);
        return probability_of_bits(doubted ? std::min(pair.bits, nearly_certain - 1) : pair.bits);
    }

    std::vector<LinkSignal> signals(PeoplePair const& pair) const
    {
        auto all = std::vector<LinkSignal>{};
        if (pair.bits <= PairWeights::never) {
            return {{"one list", "names both, for two houses, by two mailboxes or two given names", -20}};
        }
        for (auto const& one : m_weights.reasons(pair.a, pair.b)) {
            all.push_back({std::string{to_text(one.kind)}, detail_of(one.kind, m_people[pair.a], m_people[pair.b]), one.bits});
        }
        all.push_back({"before that", "few people are in a notebook twice", m_weights.prior()});
        return all;
    }

private:
    static void take_better(PeoplePair& best, PeoplePair const& pair)
    {
        if (pair.bits > best.bits) {
            best = pair;
        }
    }

    std::vector<KnownPerson> m_people;
    PersonRecords m_collected;
    PreparedRecords m_records;
    std::vector<CandidatePair> m_candidates;
    PairWeights m_weights;
};

SameQuestion question_of(Notebook const& notebook, NotebookWeights const& weights, PersonId first, PersonId second, PeoplePair const& pair)
{
    return {find_acquaintance(notebook, first).value_or(Acquaintance{}), find_acquaintance(notebook, second).value_or(Acquaintance{}),
        weights.probability(pair), weights.signals(pair), false};
}

} // namespace

SameQuestion compare_people(Notebook const& notebook, PersonId one, PersonId other)
{
    auto const [first, second] = std::minmax(one, other);
    auto const weights = NotebookWeights{notebook};
    return question_of(notebook, weights, first, second, weights.best_pair(first, second));
}

std::vector<SameQuestion> likely_same(Notebook const& notebook, std::size_t limit)
{
    constexpr auto least_bits = -2.0; // worth_asking
    auto const answered = different_people(notebook);
    auto const close = close_people(notebook);
    auto const weights = NotebookWeights{notebook};
    auto ranked = std::vector<std::tuple<bool, double, PersonId, PersonId, PeoplePair>>{};
    for (auto const& [people, pair] : weights.pairs_above(least_bits)) {
        if (!std::ranges::binary_search(answered, people)) {
            ranked.emplace_back(!close.contains(people.first) && !close.contains(people.second), -pair.bits, people.first, people.second, pair);
        }
    }
    std::ranges::sort(ranked, {}, [](auto const& one) { return std::tie(std::get<0>(one), std::get<1>(one), std::get<2>(one), std::get<3>(one)); });
    auto questions = std::vector<SameQuestion>{};
    for (auto const& [is_stranger, bits, first, second, pair] : ranked) {
        if (questions.size() == limit) {
            break;
        }
        questions.push_back(question_of(notebook, weights, first, second, pair));
        questions.back().is_close = !is_stranger;
    }
    return questions;
}

} // namespace knowwho
