// SPDX-License-Identifier: MIT
#include "import/grouped_rows.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t fewest_groups = 2;

bool is_name_part(std::optional<Field> field) { return field == Field::name || field == Field::given || field == Field::family; }
bool may_be_of_group(std::optional<Field> field) { return field == Field::organisation || field == Field::country || field == Field::place; }

std::string_view content_at(Table const& table, Table::Row const& row, std::size_t column)
{
    return column < row.count ? trim(table.cells_of(row)[column]) : std::string_view{};
}

/// Where the columns of names begin and end; equal if there are none.
std::pair<std::size_t, std::size_t> columns_of_names(std::vector<ColumnUse> const& columns)
{
    auto const first = std::find_if(columns.begin(), columns.end(), [](auto const& use) { return is_name_part(use.field); });
    auto const last = std::find_if(columns.rbegin(), columns.rend(), [](auto const& use) { return is_name_part(use.field); });
    return {static_cast<std::size_t>(first - columns.begin()), static_cast<std::size_t>(columns.rend() - last)};
}

class GroupFinder {
public:
    GroupFinder(Table const& table, std::vector<ColumnUse> const& columns) : m_table(table), m_columns(columns), m_names(columns_of_names(columns)) {}

    std::vector<std::size_t> find() const
    {
        std::vector<std::size_t> found;
        auto const columns = m_table.keyed || !m_table.priors.empty() ? 0 : std::min(m_names.first, m_columns.size());
        for (std::size_t column = 0; column < columns; ++column) {
            if (may_be_of_group(m_columns[column].field) && is_given_once(column) && !mails_disagree(column)) {
                found.push_back(column);
            }
        }
        return found;
    }

    bool names_somebody(Table::Row const& row) const
    {
        for (auto column = m_names.first; column < m_names.second; ++column) {
            if (is_name_part(m_columns[column].field) && !content_at(m_table, row, column).empty()) {
                return true;
            }
        }
        return false;
    }

private:
    bool is_given_once(std::size_t column) const
    {
        std::set<std::string_view> groups;
        std::size_t people = 0;
        std::size_t bare = 0; // people without a value of their own
        for (auto const& row : m_table.rows) {
            auto const value = content_at(m_table, row, column);
            auto const somebody = names_somebody(row);
            if ((!value.empty() && !groups.insert(value).second) || (groups.empty() && somebody)) {
                return false;
            }
            people += somebody;
            bare += somebody && value.empty();
        }
        return groups.size() >= fewest_groups && groups.size() < people && bare * 4 >= people;
    }

    /// The domain of the row's first address; empty if it has none.
    std::string_view domain_in(Table::Row const& row) const
    {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            auto const cell = content_at(m_table, row, column);
            if (m_columns[column].field == Field::email && is_email(cell)) {
                return cell.substr(cell.find('@') + 1);
            }
        }
        return {};
    }

    /// People of one house write from one domain: where hardly any does, the cells are empty because nobody filled them.
    bool mails_disagree(std::size_t column) const
    {
        std::string_view of_group;
        std::size_t compared = 0;
        std::size_t equal = 0;
        for (auto const& row : m_table.rows) {
            auto const domain = domain_in(row);
            if (!content_at(m_table, row, column).empty()) {
                of_group = domain;
            } else if (!domain.empty() && !of_group.empty()) {
                ++compared;
                equal += domain == of_group;
            }
        }
        return m_columns[column].field == Field::organisation && compared >= 2 && equal * 4 < compared;
    }

    Table const& m_table;
    std::vector<ColumnUse> const& m_columns;
    std::pair<std::size_t, std::size_t> m_names;
};

} // namespace

std::vector<std::size_t> columns_of_groups(Table const& table, std::vector<ColumnUse> const& columns)
{
    return GroupFinder(table, columns).find();
}

void fill_groups(Table& table, std::vector<ColumnUse> const& columns)
{
    GroupFinder const finder(table, columns);
    auto const grouped = finder.find();
    std::vector<std::string_view> values(grouped.size());
    for (auto const& row : table.rows) {
        auto const somebody = finder.names_somebody(row);
        for (std::size_t index = 0; index < grouped.size(); ++index) {
            auto* const cell = grouped[index] < row.count ? &table.cells[row.begin + grouped[index]] : nullptr;
            if (cell != nullptr && !trim(*cell).empty()) {
                values[index] = *cell;
                std::fill(values.begin() + std::ptrdiff_t(index) + 1, values.end(), std::string_view{});
            } else if (cell != nullptr && somebody) {
                *cell = values[index];
            }
        }
    }
}

} // namespace knowwho
