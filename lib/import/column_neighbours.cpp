// SPDX-License-Identifier: MIT
#include "import/column_neighbours.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
#include <utility>

namespace knowwho {

void ColumnSheet::set(std::size_t column, Field field, double confidence)
{
    uses[column].field = field;
    uses[column].confidence = confidence;
    ++taken[field];
}

bool ColumnSheet::has(Field field) const
{
    return std::any_of(uses.begin(), uses.end(), [&](auto const& use) { return use.field == field; });
}

std::vector<ColumnUse>::iterator ColumnSheet::find(Field field)
{
    return std::find_if(uses.begin(), uses.end(), [&](auto const& use) { return use.field == field; });
}

std::vector<std::string_view> ColumnSheet::cells_of(std::size_t column) const
{
    std::vector<std::string_view> cells;
    for (auto const& row : rows) {
        auto const all = table.cells_of(row);
        cells.push_back(column < all.size() ? all[column] : std::string_view{});
    }
    return cells;
}

namespace {

/// Without headers: the column beside the given names that holds one capital word in nearly every row.
void find_family_beside_given(ColumnSheet& sheet)
{
    auto const given = sheet.find(Field::given);
    if (sheet.table.header_line > 0 || given == sheet.uses.end() || sheet.find(Field::family) != sheet.uses.end() || sheet.find(Field::name) != sheet.uses.end()) {
        return;
    }
    auto const beside = [&](std::size_t column) {
        auto const& cells = sheet.scores[column].cells;
        return !sheet.uses[column].field && cells.cells > 1 && cells.one_word >= 0.7 && cells.filled > 0.8 && cells.distinct > 0.5 && cells.place < 0.5 && cells.organisation < 0.6 &&
               cells.number + cells.date + cells.email + cells.code < 0.2;
    };
    auto const column = static_cast<std::size_t>(given - sheet.uses.begin());
    if (column > 0 && beside(column - 1)) {
        sheet.set(column - 1, Field::family, sheet.uses[column].confidence);
    } else if (column + 1 < sheet.uses.size() && beside(column + 1)) {
        sheet.set(column + 1, Field::family, sheet.uses[column].confidence);
    }
}

/// Without headers: of what is left beside the names, the words that are likest a house are one.
void find_house_beside_name(ColumnSheet& sheet)
{
    if (sheet.table.header_line > 0 || !sheet.table.priors.empty() || sheet.has(Field::organisation) || !(sheet.has(Field::name) || sheet.has(Field::family))) {
        return;
    }
    auto best = sheet.uses.size();
    for (std::size_t column = 0; column < sheet.uses.size(); ++column) {
        auto const& score = sheet.scores[column];
        auto const words = score.cells.cells > 2 && score.cells.distinct > 0.3 && score.cells.organisation > 0.25 && topic_like(score.cells) < 0.3 && score.by_field.at(Field::organisation) >= 0;
        if (!sheet.uses[column].field && words && (best == sheet.uses.size() || score.by_field.at(Field::organisation) > sheet.scores[best].by_field.at(Field::organisation))) {
            best = column;
        }
    }
    if (best < sheet.uses.size()) {
        sheet.set(best, Field::organisation, 0.4);
    }
}

/// Names of houses that nothing shows to be some, perhaps with posts among them.
bool may_be_houses(CellEvidence const& cells)
{
    auto const unknown = cells.person > 0.4 && cells.one_word < 0.5 && cells.role < 0.4;
    auto const mixed = cells.organisation + cells.role > 0.5 && cells.role < 0.6;
    return (unknown || mixed) && cells.distinct > 0.5 && topic_like(cells) < 0.3 && cells.number + cells.date + cells.email + cells.website < 0.2 && cells.prose < 0.3;
}

/// A cell of the column is the name of somebody else.
bool repeats_names(ColumnSheet const& sheet, std::size_t column)
{
    auto const names = sheet.cells_of(0);
    auto const cells = sheet.cells_of(column);
    return std::any_of(cells.begin(), cells.end(), [&](auto cell) { return !cell.empty() && std::find(names.begin(), names.end(), cell) != names.end(); });
}

/// In the records of a page: what stands where houses do is one, though it looks like the name of somebody.
void find_house_beside_found_name(ColumnSheet& sheet)
{
    if (!sheet.name_is_known || sheet.table.priors.empty() || sheet.has(Field::organisation)) {
        return;
    }
    for (std::size_t column = 0; column < std::min(sheet.uses.size(), sheet.table.priors.size()); ++column) {
        auto const& cells = sheet.scores[column].cells;
        auto const& priors = sheet.table.priors[column];
        auto const expected = std::any_of(priors.begin(), priors.end(), [](auto const& prior) { return prior.first == Field::organisation && prior.second >= 1.2; });
        if (expected && !sheet.uses[column].field && !repeats_names(sheet, column) && cells.cells > 1 && may_be_houses(cells)) {
            return sheet.set(column, Field::organisation, 0.4);
        }
    }
}

bool are_capitalised(ColumnSheet const& sheet, std::size_t column)
{
    auto const cells = sheet.cells_of(column);
    return std::all_of(cells.begin(), cells.end(), [](auto cell) {
        auto const text = trim(cell);
        return text.empty() || (text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0xc3;
    });
}

/// Beside a talk, a day or time that seemed to tell nothing is when it begins; without one, it tells nothing.
void time_talks(ColumnSheet& sheet)
{
    auto const talks = sheet.has(Field::talk);
    auto const timed = sheet.has(Field::talk_starts);
    for (std::size_t column = 0; column < sheet.uses.size(); ++column) {
        auto& use = sheet.uses[column];
        auto const may_be_time = sheet.scores[column].cells.date > 0.7 && (use.header.empty() || sheet.scores[column].by_field.at(Field::talk_starts) > 3);
        if (talks && !timed && use.field == Field::ignored && use.confidence < 1 && may_be_time) {
            return sheet.set(column, Field::talk_starts, use.confidence);
        }
        if (!talks && use.header.empty() && use.field == Field::talk_starts && use.confidence < 1) {
            use.field.reset();
        }
    }
}

/// Without headers: behind the house, short texts in capitals that are nothing else are towns, though no
/// lexicon may know them.
void find_place_behind_house(ColumnSheet& sheet)
{
    auto const house = sheet.find(Field::organisation);
    if (sheet.table.header_line > 0 || !sheet.table.priors.empty() || house == sheet.uses.end() || sheet.find(Field::place) != sheet.uses.end()) {
        return;
    }
    for (auto column = static_cast<std::size_t>(house - sheet.uses.begin()) + 1; column < sheet.uses.size(); ++column) {
        auto const& cells = sheet.scores[column].cells;
        auto const nothing_else = cells.organisation < 0.45 && cells.role < 0.3 && topic_like(cells) < 0.2 && cells.number + cells.date + cells.email + cells.code + cells.phone + cells.website + cells.yes_no < 0.1 &&
                                  cells.status + cells.category + cells.title < 0.3;
        if (!sheet.uses[column].field && cells.cells > 1 && nothing_else && cells.length < 26 && are_capitalised(sheet, column)) {
            return sheet.set(column, Field::place, 0.4);
        }
    }
}

/// Headers of given and family name the wrong way round: nearly all cells say so.
void swap_lying_names(ColumnSheet& sheet)
{
    auto const lies = [&](std::size_t column, Field said, double CellEvidence::*is, double CellEvidence::*is_not) {
        auto const& cells = sheet.scores[column].cells;
        return sheet.uses[column].field == said && sheet.uses[column].confidence < 1 && cells.cells >= 6 && cells.*is >= 0.6 && cells.*is - cells.*is_not >= 0.5;
    };
    for (std::size_t given = 0; given < sheet.uses.size(); ++given) {
        for (std::size_t family = 0; family < sheet.uses.size() && lies(given, Field::given, &CellEvidence::family, &CellEvidence::given); ++family) {
            if (lies(family, Field::family, &CellEvidence::given, &CellEvidence::family)) {
                std::swap(sheet.uses[given].field, sheet.uses[family].field);
            }
        }
    }
}

} // namespace

void understand_by_neighbours(ColumnSheet& sheet)
{
    for (auto* const step : {find_family_beside_given, find_house_beside_name, find_house_beside_found_name, find_place_behind_house, swap_lying_names, time_talks}) {
        step(sheet);
    }
}

} // namespace knowwho
