// SPDX-License-Identifier: MIT
#include "import/column_scores.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr double header_points = 5;
constexpr double other_person_points = -4;

/// Cells that are certainly no words about a person.
double machine_made(CellEvidence const& c)
{
    return c.email + c.website + c.handle + c.phone + c.number * 0.8 + c.date + c.yes_no + c.code;
}

double name_points(Field field, CellEvidence const& c)
{
    switch (field) {
    case Field::name:
        return 7 * (c.person - 0.5) + 2 * c.comma_name - 2.5 * c.one_word - 3 * c.prose - 3 * std::max(0.0, c.organisation - c.person) - 5 * machine_made(c);
    case Field::given:
        return 5 * (c.given - 0.5) - 1.5 * (1 - c.one_word) - 2 * c.family - 5 * machine_made(c) - 3 * c.prose;
    case Field::family:
        return 4 * (c.family - 0.35) - 2.5 * c.given - 1 * (1 - c.one_word) - 5 * machine_made(c) - 3 * c.prose;
    case Field::middle:
    case Field::nickname:
    case Field::maiden:
        return -0.5 - 3 * c.prose - 5 * machine_made(c);
    case Field::salutation:
        return 8 * (c.salutation - 0.6) - 3 * c.prose;
    default: // title, suffix
        return 7 * (c.title - 0.5) - 8 * c.category - 3 * c.role - 3 * c.prose - (c.salutation > 0.8 ? 2 : 0);
    }
}

/// Levels and formats repeat; the houses of many people do not, unless they are known as such.
double few_values(CellEvidence const& c)
{
    return c.cells >= 12 && c.distinct * c.cells <= 5 && c.organisation < 0.6 ? 2 : 0;
}

double work_points(Field field, CellEvidence const& c)
{
    auto const unknown = c.organisation < 0.45 && c.role < 0.4 ? c.foreign : 0; // little is known of foreign words
    auto const words = (1 - std::min(1.0, machine_made(c))) * (1 - unknown);
    switch (field) {
    case Field::organisation:
        return words * (6 * (c.organisation - 0.42) - 3 * c.role - 3 * std::max(0.0, c.person - 0.5) + 1 - few_values(c) - 3 * topic_like(c)) - 4 * machine_made(c) - 3 * c.prose - 3 * c.salutation - 1.5 * c.country;
    case Field::unit:
        return words * (2 * c.organisation - 1) - 4 * machine_made(c) - 3 * c.prose - 2.5;
    default: // role
        return words * 7 * (c.role - 0.45) - 16 * c.category * c.category * c.category - 4 * machine_made(c) - 3 * c.prose - 3 * c.title - 2 * c.country;
    }
}

double reach_points(Field field, CellEvidence const& c)
{
    switch (field) {
    case Field::email:
        return c.cells == 0 ? 0 : 9 * (c.email - 0.45);
    case Field::phone:
        return 7 * (c.phone - 0.6) - 6 * c.date - 6 * c.email;
    case Field::website:
        return 7 * (c.website + 0.6 * c.handle - 0.55) - 5 * c.email;
    case Field::place:
        return 6 * (c.place - 0.5) - 2 * c.country - 4 * machine_made(c) - 3 * c.prose;
    default: // country
        return 7 * (c.country - 0.5) - 4 * machine_made(c) - 3 * c.prose;
    }
}

double other_points(Field field, CellEvidence const& c)
{
    switch (field) {
    case Field::about:
        return 5 * (c.prose - 0.6) - 4 * machine_made(c);
    case Field::status:
        return 5 * (c.status - 0.7) - (c.distinct * c.cells > 12 ? 3 : 0) - 3 * c.prose - 8 * (c.number - std::min(c.number, c.yes_no));
    case Field::ignored:
        return 3.5 * (c.code + c.number + c.date + c.yes_no - 0.6);
    case Field::talk_starts:
    case Field::talk_ends:
        return 2 * (c.date - 0.5) - 4 * std::max(0.0, c.number - c.date) - (c.date + c.number < 0.1 ? 5 : 0.5); // "From" may be a town or a house, "Time" minutes spent
    case Field::category:
        return 5 * (c.category - 0.6);
    case Field::talk:
        return (c.length > 22 ? -0.2 : -1) - 2 * machine_made(c) - 4 * c.prose;
    case Field::interests:
    case Field::talk_abstract:
        return -1 - 2 * machine_made(c);
    default: // talk_room
        return -1 - 4 * c.prose - 6 * c.status; // "Stand" is one at a fair, and how things stand
    }
}

double cell_points(Field field, CellEvidence const& cells)
{
    if (cells.cells == 0) {
        return -2; // an empty column tells nothing, so only its header can
    }
    switch (field) {
    case Field::name:
    case Field::given:
    case Field::middle:
    case Field::family:
    case Field::salutation:
    case Field::title:
    case Field::suffix:
    case Field::nickname:
    case Field::maiden:
        return name_points(field, cells);
    case Field::organisation:
    case Field::unit:
    case Field::role:
        return work_points(field, cells);
    case Field::email:
    case Field::phone:
    case Field::website:
    case Field::place:
    case Field::country:
        return reach_points(field, cells);
    default:
        return other_points(field, cells);
    }
}

/// Few cells prove little, for or against.
double damp(double points, int cells)
{
    auto const trust = std::min(1.0, 0.4 + cells / 8.0);
    return points * trust;
}

bool says(HeaderMeaning const& header, Field field)
{
    return std::any_of(header.candidates.begin(), header.candidates.end(), [&](auto const& c) { return c.field == field; });
}

/// The whole header is about coming; in a question such words may stand by the way.
bool asks_for_status(HeaderMeaning const& header)
{
    return std::any_of(header.candidates.begin(), header.candidates.end(), [](auto const& c) { return c.field == Field::status && c.weight >= 0.9; });
}

} // namespace

double topic_like(CellEvidence const& cells)
{
    return cells.organisation < 0.35 && cells.role < 0.3 ? cells.topic : 0;
}

ColumnScore score_column(HeaderMeaning const& header, CellEvidence const& cells, double header_trust)
{
    ColumnScore score;
    score.cells = cells;
    score.of_somebody_else = header.of_somebody_else;
    score.says_title = says(header, Field::title);
    for (auto field = Field::name; field <= Field::ignored; field = static_cast<Field>(static_cast<int>(field) + 1)) {
        auto const most = header.candidates.empty() || says(header, field) ? 4.0 : 4.0 - 2.2 * header_trust * header.candidates.front().weight;
        auto const seen = std::clamp(damp(cell_points(field, cells), cells.cells), -7.0, most);
        score.by_field[field] = seen + (header.of_somebody_else ? other_person_points : 0);
    }
    if (cells.yes_no > 0.5 && !asks_for_status(header)) {
        score.by_field[Field::status] -= 6; // a yes or no to some other question
    }
    if (says(header, Field::organisation)) {
        score.by_field[Field::organisation] += few_values(cells); // everybody of one house: the header says so
    }
    for (auto const& [field, weight] : header.candidates) {
        score.by_field[field] += header_points * weight * header_trust;
        score.header_weight = std::max(score.header_weight, weight * header_trust);
    }
    return score;
}

namespace {

/// Texts under a header such as "Title" that are no titles of people.
bool may_be_titles_of_talks(ColumnScore const& column)
{
    auto const& cells = column.cells;
    return column.says_title && cells.title < 0.3 && cells.role < 0.4 && cells.organisation < 0.6 && cells.length > 14;
}

/// In a programme, titles are those of talks.
void read_programme(std::vector<ColumnScore>& columns)
{
    auto const scored = [&](Field field, double least) { return std::any_of(columns.begin(), columns.end(), [&](auto const& c) { return !c.of_somebody_else && c.by_field.at(field) > least; }); };
    auto const timed = scored(Field::talk_starts, 2);
    if (scored(Field::talk, 3)) {
        return;
    }
    for (auto& column : columns) {
        if (may_be_titles_of_talks(column) && (timed || topic_like(column.cells) > 0.2)) {
            column.by_field[Field::talk] = std::max(column.by_field[Field::talk], 5.0);
            column.by_field[Field::title] = 0;
        }
    }
}

} // namespace

void read_together(std::vector<ColumnScore>& columns)
{
    auto const headed = [&](Field field) {
        return std::any_of(columns.begin(), columns.end(), [&](auto const& c) {
            return !c.of_somebody_else && c.by_field.at(field) > 3 && c.header_weight > 0.5;
        });
    };
    read_programme(columns);
    auto const family_is_headed = std::any_of(columns.begin(), columns.end(), [](auto const& c) {
        return !c.of_somebody_else && c.header_weight > 0.5 && c.by_field.at(Field::family) > 3 && c.by_field.at(Field::family) > c.by_field.at(Field::name);
    });
    if (headed(Field::given) && family_is_headed) {
        for (auto& column : columns) {
            column.by_field[Field::name] -= 2.5; // nobody needs a third: "Peters Textil" is a house
        }
    }
    if (headed(Field::given) && !family_is_headed) {
        for (auto& column : columns) {
            auto& name = column.by_field[Field::name];
            if (name + (column.cells.one_word > 0.8 ? 5 : 2.5) * column.cells.one_word > 2.5 && column.header_weight > 0.5 && column.cells.comma_name < 0.3 && column.cells.one_word > 0.4) {
                auto& family = column.by_field[Field::family];
                family = std::max(family, name + 3);
                name = 0;
            }
        }
    }
}

} // namespace knowwho
