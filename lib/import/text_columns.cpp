// SPDX-License-Identifier: MIT
#include "import/text_columns.hpp"

#include "import/cell_evidence.hpp"
#include "import/person_line.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace knowwho {
namespace {

constexpr std::size_t same_start = 2;      // characters that starts of one column may differ
constexpr double least_aligned = 0.7;      // of a page's lines, to believe in its columns
constexpr std::size_t most_text_columns = 60;

struct PlacedCell {
    std::size_t start = 0; ///< in characters from the left
    std::string text;
};

struct PlacedLine {
    int number = 0;
    int page = 0;
    std::vector<PlacedCell> cells;
};

/// Characters, not bytes: what stands in one column does so on paper.
std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

PlacedLine place(TextLine const& line)
{
    PlacedLine placed{line.number, line.page, {}};
    auto rest = line.text;
    while (!rest.empty()) {
        auto const gap = std::min({rest.find("  "), rest.find('\t'), rest.size()});
        auto const before = static_cast<std::size_t>(rest.data() - line.text.data());
        placed.cells.push_back({line.indent + characters_in(line.text.substr(0, before)), std::string(trim(rest.substr(0, gap)))});
        rest = trim(rest.substr(gap));
    }
    return placed;
}

using Lines = std::vector<PlacedLine>;

/// Where the columns of a page begin: starts that many of its lines share.
std::vector<std::size_t> starts_of(Lines::const_iterator first, Lines::const_iterator end)
{
    std::map<std::size_t, int> counts;
    int wide = 0;
    for (auto line = first; line != end; ++line) {
        wide += line->cells.size() > 1;
        for (auto const& cell : line->cells) {
            ++counts[cell.start];
        }
    }
    std::vector<std::size_t> starts;
    for (auto entry = counts.begin(); entry != counts.end();) {
        auto const begin = entry->first;
        int count = 0;
        for (; entry != counts.end() && entry->first <= begin + same_start; ++entry) {
            count += entry->second;
        }
        if (count >= std::max(2, wide / 4)) {
            starts.push_back(begin);
        }
    }
    return starts;
}

std::size_t column_of(std::size_t start, std::vector<std::size_t> const& starts)
{
    auto const behind = std::upper_bound(starts.begin(), starts.end(), start + same_start);
    return behind == starts.begin() ? 0 : static_cast<std::size_t>(behind - starts.begin()) - 1;
}

bool is_aligned(PlacedLine const& line, std::vector<std::size_t> const& starts)
{
    std::size_t next = 0;
    for (auto const& cell : line.cells) {
        auto const column = column_of(cell.start, starts);
        if (column < next) {
            return false;
        }
        next = column + 1;
    }
    return true;
}

class ColumnCutter {
public:
    explicit ColumnCutter(Texts& texts) : m_texts(texts) {}

    Table cut(Lines const& lines)
    {
        for (auto first = lines.begin(); first != lines.end();) {
            auto const end = std::find_if(first, lines.end(), [&](PlacedLine const& line) { return line.page != first->page; });
            cut_page(first, end);
            first = end;
        }
        return to_table();
    }

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };

    void cut_page(Lines::const_iterator first, Lines::const_iterator end)
    {
        auto const starts = starts_of(first, end);
        auto const aligned = std::count_if(first, end, [&](PlacedLine const& line) { return is_aligned(line, starts); });
        auto const placed = starts.size() > 1 && starts.size() <= most_text_columns && double(aligned) >= least_aligned * double(end - first) &&
                            (m_columns == 0 || m_columns == starts.size());
        m_columns = placed ? starts.size() : m_columns;
        for (auto line = first; line != end; ++line) {
            placed && is_aligned(*line, starts) ? add_placed(*line, starts) : add_plain(*line);
        }
    }

    void add_plain(PlacedLine const& line)
    {
        Row row{line.number, {}};
        for (auto const& cell : line.cells) {
            row.cells.push_back(cell.text);
        }
        m_rows.push_back(std::move(row));
    }

    void add_placed(PlacedLine const& line, std::vector<std::size_t> const& starts)
    {
        if (goes_on(line, starts)) {
            for (auto const& cell : line.cells) {
                auto& above = m_rows.back().cells[column_of(cell.start, starts)];
                above += (above.empty() ? "" : " ") + cell.text;
            }
            m_last_line = line.number;
            return;
        }
        Row row{line.number, std::vector<std::string>(starts.size())};
        for (auto const& cell : line.cells) {
            row.cells[column_of(cell.start, starts)] = cell.text;
        }
        m_rows.push_back(std::move(row));
        m_last_line = line.number;
    }

    bool goes_on(PlacedLine const& line, std::vector<std::size_t> const& starts) const
    {
        auto const room = !m_rows.empty() && m_rows.back().cells.size() == starts.size() && m_last_line + 1 == line.number;
        return room && column_of(line.cells.front().start, starts) > 0 && line.cells.size() * 2 <= starts.size() && !m_rows.back().cells.front().empty();
    }

    Table to_table()
    {
        Table table;
        for (auto& row : m_rows) {
            table.add_row(row.line);
            for (auto& cell : row.cells) {
                table.add_cell(m_texts.keep(std::move(cell)));
            }
        }
        return table;
    }

    Texts& m_texts;
    std::vector<Row> m_rows;
    std::size_t m_columns = 0; ///< of the pages before
    int m_last_line = 0;
};

/// One page of columns that are read from top to bottom.
class Newspaper {
public:
    Newspaper(Lines const& lines, std::vector<std::size_t> starts) : m_starts(std::move(starts)), m_columns(m_starts.size())
    {
        for (auto const& line : lines) {
            for (auto& column : m_columns) {
                column.push_back({line.number, line.page, {}});
            }
            for (auto const& cell : line.cells) {
                auto& target = m_columns[column_of(cell.start, m_starts)].back().cells;
                target.push_back(cell);
            }
        }
    }

    /// How many columns have names in a good part of their lines.
    std::size_t columns_of_people() const
    {
        return static_cast<std::size_t>(std::count_if(m_columns.begin(), m_columns.end(), [](auto const& column) {
            int filled = 0;
            int names = 0;
            for (auto const& line : column) {
                for (auto const& cell : line.cells) {
                    ++filled;
                    names += cell.text.find(' ') != cell.text.npos && read_person_line(cell.text).likelihood >= 0.5;
                }
            }
            return names >= 2 && names * 10 >= filled * 3;
        }));
    }

    std::size_t columns() const { return m_columns.size(); }

    void append_to(std::vector<TextLine>& lines, Texts& texts) const
    {
        for (auto const& column : m_columns) {
            for (auto const& line : column) {
                std::string text;
                for (auto const& cell : line.cells) {
                    text += (text.empty() ? "" : " ") + cell.text;
                }
                lines.push_back({texts.keep(std::move(text)), line.number, 0, line.page, false});
            }
            lines.push_back({{}, column.empty() ? 0 : column.back().number, 0, 0, false});
        }
    }

private:
    std::vector<std::size_t> m_starts;
    std::vector<Lines> m_columns; ///< blank lines of the page are lines without cells in every column
};

} // namespace

std::vector<TextLine> stack_newspaper_columns(std::vector<TextLine> const& lines, Texts& texts)
{
    std::vector<TextLine> stacked;
    std::size_t people = 0;
    std::size_t pages = 0;
    for (auto first = lines.begin(); first != lines.end();) {
        auto const end = std::find_if(first, lines.end(), [&](TextLine const& line) { return line.page != first->page; });
        auto body = std::find_if(first, end, [](TextLine const& line) { return line.text.find("   ") != line.text.npos; });
        std::copy(first, body, std::back_inserter(stacked));
        Lines placed;
        for (auto line = body; line != end; ++line) {
            placed.push_back(line->text.empty() ? PlacedLine{line->number, line->page, {}} : place(*line));
        }
        first = end;
        auto const starts = starts_of(placed.cbegin(), placed.cend());
        if (starts.size() < 2 || starts.size() > 6) {
            std::copy(body, end, std::back_inserter(stacked));
            continue;
        }
        Newspaper const page(placed, starts);
        ++pages;
        people += page.columns_of_people() == page.columns();
        page.append_to(stacked, texts);
    }
    return people > 0 && people * 3 >= pages * 2 ? stacked : std::vector<TextLine>{};
}

Table cut_at_gaps(std::vector<TextLine> const& lines, Texts& texts)
{
    Lines placed;
    for (auto const& line : lines) {
        if (!line.text.empty()) {
            placed.push_back(place(line));
        }
    }
    return ColumnCutter(texts).cut(placed);
}

} // namespace knowwho
