// SPDX-License-Identifier: MIT
#include "import/numbered_people.hpp"

#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace knowwho {
namespace {

constexpr std::size_t most_headers = 400;
constexpr std::size_t looked_at_rows = 100;
constexpr double names_in_column = 0.4; // mean likelihood of its cells

/// "Teilnehmer 2: E-Mail" is the second of "Teilnehmer : E-Mail".
struct NumberedHeader {
    std::string stem;
    int number = 0; ///< 0: it has none
};

NumberedHeader cut_number(std::string const& header)
{
    auto const digits = header.find_first_of("123456789");
    auto const end = std::min(header.find_first_not_of("0123456789", std::min(digits, header.size())), header.size());
    if (digits == header.npos || end - digits > 2 || header.find_first_of("0123456789", end) != header.npos) {
        return {header, 0};
    }
    auto stem = header.substr(0, digits) + header.substr(end);
    std::erase_if(stem, [](char c) { return c == '(' || c == ')' || c == '#' || c == '.' || c == '_'; });
    return {std::string(trim(stem)), std::stoi(header.substr(digits, end - digits))};
}

bool may_name(std::string const& stem)
{
    auto const meaning = read_header(stem);
    return !meaning.of_somebody_else && !meaning.candidates.empty() &&
           (meaning.candidates.front().field == Field::name || meaning.candidates.front().field == Field::given || meaning.candidates.front().field == Field::family);
}

class Unfolder {
public:
    explicit Unfolder(Table const& table) : m_table(table)
    {
        for (auto const& header : table.headers) {
            m_headers.push_back(cut_number(header));
        }
        number_first_ones();
        find_names();
    }

    bool worth_it() const { return m_numbers.size() > 1; }

    Table unfold()
    {
        Table unfolded;
        unfolded.section = m_table.section;
        unfolded.header_line = m_table.header_line;
        place_columns(unfolded);
        for (auto const& row : m_table.rows) {
            unfold_row(row, unfolded);
        }
        return unfolded;
    }

private:
    /// "Name", "Name 2", "Name 3": the first goes without its number.
    void number_first_ones()
    {
        std::set<std::string> first;
        std::set<std::string> more;
        for (auto const& header : m_headers) {
            if (header.number > 0) {
                (header.number == 1 ? first : more).insert(header.stem);
            }
        }
        for (auto& header : m_headers) {
            header.number += header.number == 0 && more.contains(header.stem) && !first.contains(header.stem);
        }
    }

    void find_names()
    {
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            auto const& header = m_headers[column];
            if (header.number > 0 && may_name(header.stem) && looks_like_names(column)) {
                m_numbers.insert(header.number);
                m_name_columns.push_back(column);
            }
        }
    }

    bool looks_like_names(std::size_t column) const
    {
        std::vector<std::string_view> sample;
        for (auto row = std::size_t{0}; row < std::min(m_table.rows.size(), looked_at_rows); ++row) {
            sample.push_back(cell(m_table.rows[row], column));
        }
        auto const evidence = examine(sample);
        return evidence.cells > 0 && std::max({evidence.person, evidence.given, evidence.family}) >= names_in_column && evidence.organisation < 0.6;
    }

    std::string_view cell(Table::Row const& row, std::size_t column) const
    {
        auto const cells = m_table.cells_of(row);
        return column < cells.size() ? cells[column] : std::string_view{};
    }

    void place_columns(Table& unfolded)
    {
        std::map<std::string, std::size_t> by_stem;
        for (auto const& header : m_headers) {
            auto const numbered = m_numbers.contains(header.number);
            auto const [known, fresh] = numbered ? by_stem.try_emplace(header.stem, unfolded.headers.size()) : std::pair(by_stem.end(), true);
            m_targets.push_back(fresh ? unfolded.headers.size() : known->second);
            if (fresh) {
                unfolded.headers.push_back(numbered ? header.stem : m_table.headers[m_targets.size() - 1]);
            }
        }
    }

    void unfold_row(Table::Row const& row, Table& unfolded)
    {
        auto first = true;
        for (auto const number : m_numbers) {
            auto const named = std::any_of(m_name_columns.begin(), m_name_columns.end(), [&](auto column) { return m_headers[column].number == number && !trim(cell(row, column)).empty(); });
            if (named || (first && number == *m_numbers.rbegin())) {
                add(row, number, unfolded);
                first = false;
            }
        }
    }

    void add(Table::Row const& row, int number, Table& unfolded)
    {
        std::vector<std::string_view> cells(unfolded.headers.size());
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            if (!m_numbers.contains(m_headers[column].number) || m_headers[column].number == number) {
                cells[m_targets[column]] = cell(row, column);
            }
        }
        unfolded.add_row(row.line);
        for (auto const content : cells) {
            unfolded.add_cell(content);
        }
    }

    Table const& m_table;
    std::vector<NumberedHeader> m_headers;
    std::set<int> m_numbers; ///< of the people
    std::vector<std::size_t> m_name_columns;
    std::vector<std::size_t> m_targets; ///< by column: its place in the unfolded table
};

} // namespace

Table unfold_numbered_people(Table table)
{
    if (table.header_line == 0 || !table.known.empty() || table.headers.size() > most_headers) {
        return table;
    }
    Unfolder unfolder(table);
    return unfolder.worth_it() ? unfolder.unfold() : std::move(table);
}

} // namespace knowwho
