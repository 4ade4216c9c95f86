// SPDX-License-Identifier: MIT
#include "identity/duplicate_records.hpp"

#include "identity/key_table.hpp"
#include "identity/name_compare.hpp"
#include "identity/name_parser.hpp"
#include "identity/name_statistics.hpp"
#include "identity/organisation.hpp"
#include "identity/spelt_value.hpp"
#include "text/ascii.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace knowwho {
namespace {

std::string prepared(FieldKind kind, std::string_view value)
{
    switch (kind) {
    case FieldKind::date: return digits_of(value);
    case FieldKind::email: return value.find('@') == value.npos ? std::string{} : ascii_lower(without_blanks(value));
    case FieldKind::organisation: return organisation_key(value);
    case FieldKind::code: return without_blanks(fold(value));
    default: return fold_name(value);
    }
}

/// So many imagined records of people in general stand beside the list's own: on short ones they decide.
constexpr double usual_records = 100;

/// How often two strangers agree, in general.
double usual_agreement(FieldKind kind)
{
    switch (kind) {
    case FieldKind::given: return 1.0 / 150;
    case FieldKind::family: return 1.0 / 1'500;
    case FieldKind::organisation: return 1.0 / 400;
    case FieldKind::email: return 1.0 / 50'000;
    case FieldKind::date: return 1.0 / 10'000;
    case FieldKind::code: return 1.0 / 500;
    default: return 1.0 / 30;
    }
}

double usual_share(FieldKind kind, std::string const& value)
{
    static auto const names = NameStatistics{};
    return kind == FieldKind::given ? names.given_share(value) : kind == FieldKind::family ? names.family_share(value) : usual_agreement(kind);
}

RecordColumn const* column_of(std::span<RecordColumn const> columns, FieldKind kind)
{
    auto const found = std::ranges::find(columns, kind, &RecordColumn::kind);
    return found == columns.end() ? nullptr : &*found;
}

std::string_view cell(RecordColumn const* column, std::size_t i)
{
    return column == nullptr || i >= column->values.size() ? std::string_view{} : column->values[i];
}

/// One for each record; all empty where there is no such column.
std::vector<std::string_view> cells_of(std::span<RecordColumn const> columns, FieldKind kind, std::size_t size)
{
    auto const* const column = column_of(columns, kind);
    auto cells = column == nullptr ? std::vector<std::string_view>{} : column->values;
    cells.resize(size);
    return cells;
}

NameOrder habit_of(RecordColumn const& column)
{
    auto habit = NameHabit{};
    for (auto i = std::size_t{0}; i < std::min<std::size_t>(column.values.size(), 2'000); ++i) {
        habit.learn(column.values[i]);
    }
    return habit.order();
}

/// Given and family names from their own columns and, where those are empty, from the full name, as the generation is.
void add_names(std::vector<PreparedColumn>& columns, std::span<RecordColumn const> written, std::size_t size, std::vector<std::string_view>& generations)
{
    auto const* given_column = column_of(written, FieldKind::given);
    auto const* family_column = column_of(written, FieldKind::family);
    auto const* full_column = column_of(written, FieldKind::full_name);
    auto hints = NameHints{};
    hints.habit = full_column == nullptr ? NameOrder::unknown : habit_of(*full_column);
    auto parsed = std::deque<std::string>{};
    auto given = std::vector<std::string_view>{};
    auto family = std::vector<std::string_view>{};
    given.reserve(size);
    family.reserve(size);
    for (auto i = std::size_t{0}; i < size; ++i) {
        given.push_back(cell(given_column, i));
        family.push_back(cell(family_column, i));
        family.back() = family.back().substr(0, family.back().find(','));
        if (full_column == nullptr || !given.back().empty() || !family.back().empty()) {
            continue;
        }
        if (auto const full = cell(full_column, i); !full.empty()) {
            auto const name = parse_name(full, hints);
            given.back() = parsed.emplace_back(name.middle.empty() ? name.given : name.given + ' ' + name.middle);
            family.back() = parsed.emplace_back(name.family);
            generations[i] = generations[i].empty() ? generation(name.suffix) : generations[i];
        }
    }
    columns.emplace_back(FieldKind::given, given);
    columns.emplace_back(FieldKind::family, family);
}

/// Whether folding a value costs more than finding it in a table of what was folded before.
bool is_worth_remembering(FieldKind kind) { return kind != FieldKind::email && kind != FieldKind::date; }

} // namespace

PreparedColumn::PreparedColumn(FieldKind kind, std::span<std::string_view const> values) : m_kind(kind), m_distinct(1)
{
    auto numbers = KeyTable<std::uint32_t>{values.size()};
    auto const number_of = [&](std::string key) {
        if (key.empty()) {
            return std::uint32_t{0};
        }
        auto& number = numbers.add(key);
        if (number == 0) {
            number = static_cast<std::uint32_t>(m_distinct.size());
            auto const letters = letters_of(kind, key);
            auto const usual = static_cast<float>(usual_share(kind, key));
            m_distinct.push_back({std::move(key), letters, usual, 0});
        }
        return number;
    };
    auto of_written = KeyTable<std::optional<std::uint32_t>>{is_worth_remembering(kind) ? values.size() : 0};
    m_of.reserve(values.size());
    for (auto const value : values) {
        if (value.empty()) {
            m_of.push_back(0);
        } else if (!is_worth_remembering(kind)) {
            m_of.push_back(number_of(prepared(kind, value)));
        } else if (auto& known = of_written.add(value); known) {
            m_of.push_back(*known);
        } else {
            known = number_of(prepared(kind, value));
            m_of.push_back(*known);
        }
        count(m_of.back());
    }
}

void PreparedColumn::count(std::uint32_t number)
{
    m_distinct[number].count += number != 0 ? 1 : 0;
    m_known += number != 0 ? 1 : 0;
}

double PreparedColumn::share(std::size_t record) const
{
    auto const& mine = m_distinct[m_of[record]];
    auto const others = m_of[record] == 0 ? 0.0 : std::max(0.0, mine.count - 1.0);
    return (others + usual_records * static_cast<double>(mine.usual)) / (std::max(1.0, static_cast<double>(m_known)) - 1 + usual_records);
}

double PreparedColumn::agreement_by_chance() const
{
    auto pairs = 0.0;
    for (auto const& one : m_distinct) {
        pairs += static_cast<double>(one.count) * (one.count - 1.0);
    }
    auto const all = static_cast<double>(std::max<std::size_t>(m_known, 1));
    return (pairs / all + usual_records * usual_agreement(m_kind)) / (all + usual_records);
}

void PreparedColumn::leave_out(std::size_t record)
{
    if (auto const number = m_of[record]; number != 0) {
        --m_distinct[number].count;
        --m_known;
    }
}

void PreparedRecords::leave_out_repeated()
{
    auto seen = std::unordered_set<std::uint64_t>{};
    seen.reserve(size);
    for (auto i = std::size_t{0}; i < size; ++i) {
        auto hash = std::uint64_t{1469598103934665603U};
        for (auto const& column : columns) {
            hash = (hash ^ column.number(i)) * 1099511628211U;
            hash ^= hash >> 29;
        }
        if (!seen.insert(hash).second) {
            std::ranges::for_each(columns, [i](PreparedColumn& column) { column.leave_out(i); });
        }
    }
}

PreparedRecords::PreparedRecords(std::span<RecordColumn const> written)
{
    for (auto const& column : written) {
        size = std::max(size, column.values.size());
    }
    auto generations = cells_of(written, FieldKind::generation, size);
    add_names(columns, written, size, generations);
    for (auto const& column : written) {
        auto const name = column.kind == FieldKind::given || column.kind == FieldKind::family || column.kind == FieldKind::full_name;
        if (!name && column.kind != FieldKind::ignored && column.kind != FieldKind::list && column.kind != FieldKind::generation) {
            columns.emplace_back(column.kind, column.values);
        }
    }
    leave_out_repeated();
    list = PreparedColumn{FieldKind::text, cells_of(written, FieldKind::list, size)}.numbers();
    generation = PreparedColumn{FieldKind::text, generations}.numbers();
}

PreparedColumn const* PreparedRecords::find(FieldKind kind) const
{
    auto const found = std::ranges::find(columns, kind, &PreparedColumn::kind);
    return found == columns.end() ? nullptr : &*found;
}

} // namespace knowwho
