// SPDX-License-Identifier: MIT
#include "import/text_columns.hpp"

#include "import/cell_evidence.hpp"

#include <algorithm>
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

} // namespace

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
