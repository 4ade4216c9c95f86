// SPDX-License-Identifier: MIT
#include "import/html_records.hpp"

#include "import/record_cells.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace knowwho {
namespace {

constexpr std::size_t record_columns = 40;
constexpr int repeats_apart = 3; // texts at one place of a record that become columns of their own

/// Collects the cells of all records under the keys that they share.
class RecordColumns {
public:
    RecordColumns()
    {
        column("name1", "");
    }

    /// The column of the n-th text with that key in a record; `record_columns` if there are too many.
    std::size_t column(std::string const& key, std::string const& label)
    {
        if (!m_columns.contains(key) && m_headers.size() < record_columns) {
            m_priors.push_back(priors_of(key));
            m_known.push_back(key.starts_with("lines ") ? parse_field(std::string_view(key).substr(6, key.size() - 7)) : std::nullopt);
        }
        auto const [entry, fresh] = m_columns.try_emplace(key, m_headers.size());
        if (fresh && m_headers.size() < record_columns) {
            m_headers.push_back(label);
        } else if (fresh) {
            entry->second = record_columns;
        }
        return entry->second;
    }

    std::vector<std::string> take_headers() { return std::move(m_headers); }
    std::vector<std::optional<Field>> take_known()
    {
        m_known.front() = Field::name;
        return std::move(m_known);
    }
    std::vector<std::vector<std::pair<Field, double>>> take_priors() { return std::move(m_priors); }

private:
    /// What stands beside a name is most often the organisation, then the role.
    static std::vector<std::pair<Field, double>> priors_of(std::string const& key)
    {
        if (key == "rest,1") {
            return {{Field::organisation, 1.5}, {Field::role, 0.8}};
        }
        if (key == "rest:1") {
            return {{Field::talk, 1.5}, {Field::organisation, 1}, {Field::role, 1}};
        }
        if (key == "rest-1") {
            return {{Field::role, 2}, {Field::organisation, 1.4}};
        }
        if (key == "aside1") {
            return {{Field::organisation, 1.5}, {Field::interests, 1}, {Field::country, 0.5}};
        }
        if (key == "below1") {
            return {{Field::talk, 2.5}, {Field::interests, 1}};
        }
        if (key == "head1") {
            return {{Field::organisation, 1.2}};
        }
        if (key == "heading dt1") {
            return {{Field::role, 2}, {Field::category, 1.2}};
        }
        if (key.starts_with("piece") && key.ends_with('1')) {
            return {{Field::organisation, 1.2}, {Field::role, 0.6}};
        }
        if (key.starts_with(">h") && key.ends_with('1')) {
            return {{Field::talk, 1.3}, {Field::organisation, 1}, {Field::role, 0.5}};
        }
        if (key.starts_with(">li")) {
            return {{Field::talk, 1.3}, {Field::interests, 1}, {Field::organisation, 0.5}};
        }
        if (key.starts_with('>') && key.ends_with('1')) {
            return {{Field::organisation, 1.3}, {Field::role, 0.5}, {Field::talk, 0.7}, {Field::talk_starts, 0.7}};
        }
        return {};
    }

    std::vector<std::vector<std::pair<Field, double>>> m_priors;
    std::vector<std::optional<Field>> m_known;
    std::map<std::string, std::size_t> m_columns;
    std::vector<std::string> m_headers;
};

struct RecordRow {
    int line = 0; ///< of the file; 0 if that is not known
    std::vector<std::string> cells;
};

std::vector<std::string> row_of(std::vector<RecordCell> const& cells, RecordColumns& columns)
{
    std::vector<std::string> row;
    std::map<std::string, int> repeats;
    for (auto const& cell : cells) {
        auto const repeat = std::min(++repeats[cell.key], repeats_apart);
        auto const column = columns.column(cell.key + std::to_string(repeat), cell.label);
        if (column >= record_columns) {
            continue;
        }
        row.resize(std::max(row.size(), column + 1));
        row[column] += row[column].empty() ? cell.text : "\n" + cell.text;
    }
    return row;
}

} // namespace

Table records_to_table(HtmlPage const& page, std::vector<NamePlace> const& places, Texts& texts)
{
    RecordColumns columns;
    std::vector<RecordRow> rows;
    auto const records = find_records(page, places);
    auto const cells = cells_of_records(page, places, records);
    for (std::size_t index = 0; index < records.size(); ++index) {
        auto const& place = places[records[index].place];
        if (cells[index].empty()) {
            continue;
        }
        rows.push_back({page.lines[place.line].number, row_of(cells[index], columns)});
        for (auto const& more : place.person.more_names) {
            rows.push_back(rows.back());
            rows.back().cells.front() = more;
        }
    }
    Table table;
    table.headers = columns.take_headers();
    table.priors = columns.take_priors();
    table.known = columns.take_known();
    for (std::size_t index = 0; index < rows.size(); ++index) {
        table.add_row(rows[index].line > 0 ? rows[index].line : static_cast<int>(index) + 1);
        for (std::size_t column = 0; column < table.headers.size(); ++column) {
            table.add_cell(column < rows[index].cells.size() ? texts.keep(std::move(rows[index].cells[column])) : std::string_view{});
        }
    }
    return table;
}

} // namespace knowwho
