// SPDX-License-Identifier: MIT
#include "identity/person_records.hpp"

#include "identity/name_compare.hpp"
#include "identity/same_name.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace knowwho {
namespace {

std::string both(std::string_view a, std::string_view b) { return a == b ? std::string{a} : fmt::format("{} / {}", a, b); }

std::string given_names(WrittenRecord const& record) { return record.middle.empty() ? std::string{record.given} : fmt::format("{} {}", record.given, record.middle); }

std::string names_in_order(PersonName const& name)
{
    return fmt::format("{}{}{} {}", name.given, name.middle.empty() ? "" : " ", name.middle, name.family);
}

bool look_like_two(PersonName const& a, PersonName const& b)
{
    // Of questions on a set of attendees, 20 of 42 about such names were about one person, and 681 of 720 of the others.
    constexpr double two_names = 0.3;
    auto const one = names_in_order(a);
    auto const other = names_in_order(b);
    return fold_name(one) != fold_name(other) && same_person_name(one, other) < two_names;
}

} // namespace

void PersonRecords::add(WrittenRecord const& record, std::int64_t list, std::int64_t person)
{
    m_columns[0].values.push_back(record.middle.empty() ? record.given : m_made.emplace_back(given_names(record)));
    m_columns[1].values.push_back(record.family);
    m_columns[2].values.push_back(record.organisation);
    m_columns[3].values.push_back(record.email);
    m_columns[4].values.push_back(record.place);
    m_columns[5].values.push_back(list == 0 ? std::string_view{} : number_of(list));
    m_columns[6].values.push_back(generation(record.suffix));
    m_people.push_back(person);
}

/// Mostly that of the record before.
std::string_view PersonRecords::number_of(std::int64_t list)
{
    if (list != m_list) {
        m_list = list;
        m_list_number = m_made.emplace_back(std::to_string(list));
    }
    return m_list_number;
}

void PersonRecords::reserve(std::size_t records)
{
    for (auto& column : m_columns) {
        column.values.reserve(records);
    }
    m_people.reserve(records);
}

std::string_view to_text(FieldKind kind)
{
    switch (kind) {
    case FieldKind::given: return "given name";
    case FieldKind::family: return "family name";
    case FieldKind::email: return "e-mail address";
    case FieldKind::organisation: return "organisation";
    case FieldKind::place: return "place";
    default: return "other";
    }
}

std::string reason_in_words(PairWeights const& weights, std::size_t a, std::size_t b)
{
    auto words = std::string{};
    for (auto const& one : weights.reasons(a, b)) {
        auto const* const how = one.level == 0 ? "" : one.level + 1 == level_count(one.kind) ? " (another)" : " (alike)";
        words += fmt::format("{}{} {:+.1f}, ", to_text(one.kind), how, one.bits);
    }
    return fmt::format("{}before that {:+.1f}", words, weights.prior());
}

double probability_of_bits(double bits) { return 1 / (1 + std::exp2(-std::clamp(bits, -40.0, 40.0))); }

std::string detail_of(FieldKind kind, WrittenRecord const& a, WrittenRecord const& b)
{
    switch (kind) {
    case FieldKind::given: return both(given_names(a), given_names(b));
    case FieldKind::family: return both(a.family, b.family);
    case FieldKind::organisation: return both(a.organisation, b.organisation);
    case FieldKind::email: return both(a.email, b.email);
    default: return both(a.place, b.place);
    }
}

double asked_probability(PairWeights const& weights, std::size_t a, std::size_t b)
{
    auto const bits = weights.weight(a, b);
    auto const doubted = bits > PairWeights::never && weights.is_doubtful(a, b);
    return probability_of_bits(doubted ? std::min(bits, nearly_certain - 1) : bits);
}

double shown_probability(double asked, PersonName const& a, PersonName const& b)
{
    constexpr double even = 0.5;
    return asked > even && look_like_two(a, b) ? even : asked;
}

std::vector<LinkSignal> asked_signals(PairWeights const& weights, std::size_t a, std::size_t b, WrittenRecord const& written_a, WrittenRecord const& written_b)
{
    auto all = std::vector<LinkSignal>{};
    for (auto const& one : weights.reasons(a, b)) {
        all.push_back({std::string{to_text(one.kind)}, detail_of(one.kind, written_a, written_b), one.bits});
    }
    all.push_back({"before that", "few people are in a notebook twice", weights.prior()});
    return all;
}

} // namespace knowwho
