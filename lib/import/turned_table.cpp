// SPDX-License-Identifier: MIT
#include "import/turned_table.hpp"

#include "identity/name_parser.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"

#include <algorithm>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t most_turned_rows = 40; // headers that a person may have
constexpr std::size_t most_turned_columns = 2000;
constexpr double likely_name = 0.5;

std::string_view cell_at(Table const& raw, Table::Row const& row, std::size_t column)
{
    auto const cells = raw.cells_of(row);
    return column < cells.size() ? trim(cells[column]) : std::string_view{};
}

/// Nearly all cells at the left are headers, which no other cell of their row is.
bool has_headers_at_left(Table const& raw)
{
    auto const headed = std::count_if(raw.rows.begin(), raw.rows.end(), [&](auto const& row) { return is_header_phrase(cell_at(raw, row, 0)) && !is_header_phrase(cell_at(raw, row, 1)); });
    return headed >= 2 && std::size_t(headed) * 4 >= raw.rows.size() * 3;
}

/// A row of names, two of them at least.
bool has_row_of_names(Table const& raw)
{
    return std::any_of(raw.rows.begin(), raw.rows.end(), [&](auto const& row) {
        auto const cells = raw.cells_of(row);
        auto const filled = std::count_if(cells.begin() + 1, cells.end(), [](auto cell) { return !trim(cell).empty(); });
        auto const names = std::count_if(cells.begin() + 1, cells.end(), [](auto cell) { return name_likelihood(trim(cell)) >= likely_name; });
        return names >= 2 && names * 10 >= filled * 7;
    });
}

} // namespace

Table turned_if_people_are_columns(Table raw)
{
    auto const width = raw.rows.size() >= 2 && raw.rows.size() <= most_turned_rows ? raw.width() : 0;
    auto const filled = std::all_of(raw.rows.begin(), raw.rows.end(), [](auto const& row) { return row.count > 0; });
    if (width < 3 || width > most_turned_columns || !filled || !has_headers_at_left(raw) || !has_row_of_names(raw)) {
        return raw;
    }
    Table turned;
    turned.section = std::move(raw.section);
    for (std::size_t column = 0; column < width; ++column) {
        turned.add_row(static_cast<int>(column) + 1);
        for (auto const& row : raw.rows) {
            turned.add_cell(cell_at(raw, row, column));
        }
    }
    return turned;
}

} // namespace knowwho
