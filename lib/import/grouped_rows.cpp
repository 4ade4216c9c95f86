// SPDX-License-Identifier: MIT
#include "import/grouped_rows.hpp"

#include "import/cell_evidence.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t fewest_groups = 2;
constexpr std::size_t fewest_in_order = 6; // people: fewer stand in order by chance

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
        auto const columns = m_table.keyed || !m_table.priors.empty() || are_in_order() ? 0 : std::min(m_names.first, m_columns.size());
        for (std::size_t column = 0; column < columns; ++column) {
            if (may_be_of_group(m_columns[column].field) && is_given_once(column, !found.empty()) && !mails_disagree(column)) {
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
    /// `inside`: of another such column.
    bool is_given_once(std::size_t column, bool inside) const
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
        // Where most people have a house of their own, those without have none, unless something else speaks for it.
        auto const likely = bare * 2 >= people || (bare * 4 >= people && (inside || mails_agree(column))) || (bare * 3 >= people && bare_have_roles(column));
        return groups.size() >= fewest_groups && groups.size() < people && likely;
    }

    /// Who is there privately has no role.
    bool bare_have_roles(std::size_t column) const
    {
        auto const role = std::find_if(m_columns.begin(), m_columns.end(), [](auto const& use) { return use.field == Field::role; });
        return role != m_columns.end() && std::all_of(m_table.rows.begin(), m_table.rows.end(), [&](auto const& row) {
            auto const bare = names_somebody(row) && content_at(m_table, row, column).empty();
            return !bare || !content_at(m_table, row, static_cast<std::size_t>(role - m_columns.begin())).empty();
        });
    }

    /// A list in the order of its people's names is not in groups.
    bool is_in_order(std::size_t names) const
    {
        auto last = std::string{};
        auto people = std::size_t{0};
        for (auto const& row : m_table.rows) {
            auto name = fold(content_at(m_table, row, names));
            if (name.empty()) {
                continue;
            }
            if (name < last) {
                return false;
            }
            ++people;
            last = std::move(name);
        }
        return people >= fewest_in_order;
    }

    bool are_in_order() const
    {
        for (auto column = m_names.first; column < m_names.second; ++column) {
            if (is_name_part(m_columns[column].field) && is_in_order(column)) {
                return true;
            }
        }
        return false;
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

    struct Mails {
        std::size_t compared = 0; ///< people without a value of their own, with the one above
        std::size_t equal = 0;    ///< who write from the same domain
    };

    Mails compare_mails(std::size_t column) const
    {
        std::string_view of_group;
        Mails mails;
        for (auto const& row : m_table.rows) {
            auto const domain = domain_in(row);
            if (!content_at(m_table, row, column).empty()) {
                of_group = domain;
            } else if (!domain.empty() && !of_group.empty()) {
                ++mails.compared;
                mails.equal += domain == of_group;
            }
        }
        return mails;
    }

    /// People of one house write from one domain: where hardly any does, the cells are empty because nobody filled them.
    bool mails_disagree(std::size_t column) const
    {
        auto const mails = compare_mails(column);
        return m_columns[column].field == Field::organisation && mails.compared >= 2 && mails.equal * 4 < mails.compared;
    }

    bool mails_agree(std::size_t column) const
    {
        auto const mails = compare_mails(column);
        return mails.compared >= 2 && mails.equal * 2 >= mails.compared;
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

int fill_groups(Table& table, std::vector<ColumnUse> const& columns)
{
    GroupFinder const finder(table, columns);
    auto const grouped = finder.find();
    std::vector<std::string_view> values(grouped.size());
    int filled = 0;
    for (auto const& row : table.rows) {
        auto const somebody = finder.names_somebody(row);
        for (std::size_t index = 0; index < grouped.size(); ++index) {
            auto* const cell = grouped[index] < row.count ? &table.cells[row.begin + grouped[index]] : nullptr;
            if (cell != nullptr && !trim(*cell).empty()) {
                values[index] = *cell;
                std::fill(values.begin() + std::ptrdiff_t(index) + 1, values.end(), std::string_view{});
            } else if (cell != nullptr && somebody) {
                *cell = values[index];
                ++filled;
            }
        }
    }
    return filled;
}

} // namespace knowwho
