// SPDX-License-Identifier: MIT
#include "import/double_columns.hpp"

#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t looked_at_cells = 100;
constexpr std::size_t most_parted_columns = 400;

/// The two headers of such a column, and the sign between the two halves of its cells.
struct DoubleColumn {
    std::string first;
    std::string second;
    std::string_view sign;
};

bool is_part_of_a_name(Field field)
{
    return field == Field::name || field == Field::given || field == Field::family || field == Field::title || field == Field::salutation || field == Field::middle;
}

/// Both are known, and mean different things of which one at most is a part of the name.
bool mean_two_things(std::string_view first, std::string_view second)
{
    auto const a = read_header(first);
    auto const b = read_header(second);
    if (a.candidates.empty() || b.candidates.empty() || !is_header_phrase(first) || !is_header_phrase(second)) {
        return false;
    }
    auto const one = a.candidates.front().field;
    auto const other = b.candidates.front().field;
    return one != other && !(is_part_of_a_name(one) && is_part_of_a_name(other));
}

/// The sign that stands once in nearly all cells of the column; empty if none does.
std::string_view sign_of_cells(Table const& table, std::size_t column)
{
    constexpr std::array<std::string_view, 7> signs{" / ", "\n", " | ", " - ", " – ", "/", ", "};
    for (auto const sign : signs) {
        int filled = 0;
        int parted = 0;
        for (std::size_t row = 0; row < std::min(table.rows.size(), looked_at_cells); ++row) {
            auto const cells = table.cells_of(table.rows[row]);
            auto const cell = column < cells.size() ? trim(cells[column]) : std::string_view{};
            filled += !cell.empty();
            parted += cell.find(sign) != cell.npos && cell.find(sign) == cell.rfind(sign);
        }
        if (parted >= 2 && parted * 10 >= filled * 7) {
            return sign;
        }
    }
    return {};
}

/// What the header of a column says twice; without a sign if it does not.
DoubleColumn read_double(Table const& table, std::size_t column)
{
    constexpr std::array<std::string_view, 8> signs{" / ", "/", " | ", " & ", " und ", " and ", ", ", "\n"};
    std::string_view const header = table.headers[column];
    for (auto const sign : signs) {
        auto const at = header.find(sign);
        if (at == header.npos || at != header.rfind(sign)) {
            continue;
        }
        auto const first = trim(header.substr(0, at));
        auto const second = trim(header.substr(at + sign.size()));
        if (mean_two_things(first, second)) {
            return {std::string(first), std::string(second), sign_of_cells(table, column)};
        }
    }
    return {};
}

using DoubleColumns = std::map<std::size_t, DoubleColumn>;

void add_cells(Table& parted, std::span<std::string_view const> cells, DoubleColumns const& doubles)
{
    for (std::size_t column = 0; column < cells.size(); ++column) {
        auto const twice = doubles.find(column);
        if (twice == doubles.end()) {
            parted.add_cell(cells[column]);
            continue;
        }
        auto const at = cells[column].find(twice->second.sign);
        parted.add_cell(cells[column].substr(0, at));
        parted.add_cell(at == cells[column].npos ? std::string_view{} : cells[column].substr(at + twice->second.sign.size()));
    }
}

} // namespace

Table part_double_columns(Table table, std::map<std::string, std::string> const& decided)
{
    if (table.header_line == 0 || !table.known.empty() || !table.priors.empty() || table.headers.size() > most_parted_columns) {
        return table;
    }
    DoubleColumns doubles;
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        if (auto twice = read_double(table, column); !twice.sign.empty() && !decided.contains(table.headers[column])) {
            doubles.emplace(column, std::move(twice));
        }
    }
    if (doubles.empty()) {
        return table;
    }
    Table parted;
    parted.section = table.section;
    parted.header_line = table.header_line;
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        auto const twice = doubles.find(column);
        parted.headers.push_back(twice == doubles.end() ? table.headers[column] : twice->second.first);
        if (twice != doubles.end()) {
            parted.headers.push_back(twice->second.second);
        }
    }
    for (auto const& row : table.rows) {
        parted.add_row(row.line);
        add_cells(parted, table.cells_of(row), doubles);
    }
    return parted;
}

} // namespace knowwho
