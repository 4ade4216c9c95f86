// SPDX-License-Identifier: MIT
#include "identity/likely_same.hpp"

#include "identity/person_records.hpp"
#include "model/error.hpp"
#include "store/close_people.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/same_questions.hpp"

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
        records.add(written_record(one), one.list.value, one.id.value);
    }
    return records;
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

    StoredQuestion question(std::pair<PersonId, PersonId> const& people, PeoplePair const& pair) const
    {
        auto const one = written_record(m_people[pair.a]);
        auto const other = written_record(m_people[pair.b]);
        return {people.first, people.second, pair.bits, asked_probability(m_weights, pair.a, pair.b),
            asked_signals(m_weights, pair.a, pair.b, one, other)};
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

std::vector<StoredQuestion> look_at_everybody(Notebook const& notebook)
{
    auto const weights = NotebookWeights{notebook};
    auto all = std::vector<StoredQuestion>{};
    for (auto const& [people, pair] : weights.pairs_above(least_bits_to_ask)) {
        all.push_back(weights.question(people, pair));
    }
    return all;
}

/// What is kept; where something has changed since, everybody is looked at anew.
std::vector<StoredQuestion> all_questions(Notebook& notebook)
{
    if (questions_are_whole(notebook)) {
        return questions(notebook);
    }
    auto all = look_at_everybody(notebook);
    try {
        auto transaction = Transaction{notebook};
        replace_questions(notebook, all);
        transaction.commit();
    } catch (Error const&) { // another program is writing, or the disk is full: the questions are there all the same
    }
    return all;
}

} // namespace

std::vector<SameQuestion> likely_same(Notebook& notebook, std::size_t limit)
{
    auto const close = close_people(notebook);
    auto const is_close = [&](StoredQuestion const& one) { return close.contains(one.first) || close.contains(one.second); };
    auto all = all_questions(notebook);
    auto const answered = different_people(notebook);
    std::erase_if(all, [&](StoredQuestion const& one) { return std::ranges::binary_search(answered, std::pair{one.first, one.second}); });
    std::ranges::sort(all, {}, [&](StoredQuestion const& one) { return std::tuple{!is_close(one), -one.bits, one.first, one.second}; });
    all.resize(std::min(all.size(), limit));
    auto asked = std::vector<SameQuestion>{};
    for (auto& one : all) {
        auto first = find_acquaintance(notebook, one.first).value_or(Acquaintance{});
        auto second = find_acquaintance(notebook, one.second).value_or(Acquaintance{});
        auto const probability = shown_probability(one.probability, first.name, second.name);
        asked.push_back({std::move(first), std::move(second), probability, std::move(one.signals), is_close(one)});
    }
    return asked;
}

std::vector<std::string> what_agrees(Acquaintance const& one, Acquaintance const& other)
{
    auto collected = PersonRecords{};
    for (auto const* const person : {&one, &other}) {
        collected.add(written_record(*person), 0, 0);
    }
    auto const records = PreparedRecords{collected.columns()};
    auto words = std::vector<std::string>{};
    for (auto column = std::size_t{0}; column < records.columns.size(); ++column) {
        auto const kind = records.columns[column].kind();
        auto const level = agreement_level(records, column, 0, 1);
        if (level >= 0 && level < level_count(kind) / 2) {
            words.push_back(fmt::format("{} ({})", to_text(kind), detail_of(kind, written_record(one), written_record(other))));
        }
    }
    return words;
}

} // namespace knowwho
