// SPDX-License-Identifier: MIT
#include "import/header_row.hpp"

#include "identity/name_parser.hpp"
#include "import/cell_evidence.hpp"
#include "import/header_words.hpp"
#include "import/turned_table.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace knowwho {
namespace {

constexpr std::size_t looked_at_from_top = 40; // rows in which the first header is expected
constexpr std::size_t compared_rows = 30;

struct RowShape {
    int filled = 0;
    int headers = 0;    ///< cells that are known header words
    int data = 0;       ///< cells that no header would hold: addresses, numbers, dates
    int sure = 0;       ///< of them: header words and nothing else
};

RowShape shape_of(std::span<std::string_view const> cells)
{
    RowShape shape;
    for (auto const cell : cells.subspan(0, std::min<std::size_t>(cells.size(), 200))) {
        auto const text = trim(cell);
        if (text.empty()) {
            continue;
        }
        ++shape.filled;
        auto const likelihood = header_likelihood(text);
        shape.headers += likelihood >= 0.5;
        shape.sure += likelihood >= 0.95;
        shape.data += text.find('@') != text.npos || (text.find(" at ") != text.npos && text.find('.') != text.npos) || is_website(text) || is_number(text) || is_date(text);
    }
    return shape;
}

int filled_cells(std::span<std::string_view const> cells)
{
    return static_cast<int>(std::count_if(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); }));
}

/// The number of filled cells that most rows near the top have.
int usual_width(Table const& raw)
{
    std::vector<int> widths;
    for (std::size_t row = 0; row < std::min(raw.rows.size(), looked_at_from_top + compared_rows); ++row) {
        if (auto const width = static_cast<int>(raw.rows[row].count); filled_cells(raw.cells_of(raw.rows[row])) > 1) {
            widths.push_back(width);
        }
    }
    if (widths.empty()) {
        return 1;
    }
    std::nth_element(widths.begin(), widths.begin() + widths.size() / 2, widths.end());
    return widths[widths.size() / 2];
}

/// "Guest,,,Guest" is a row about a guest, though both are words of headers.
bool says_one_thing(std::span<std::string_view const> cells)
{
    std::string_view first;
    auto times = 0;
    for (auto const cell : cells) {
        auto const text = trim(cell);
        if (!text.empty() && !first.empty() && text != first) {
            return false;
        }
        first = text.empty() ? first : text;
        times += !text.empty();
    }
    return times > 1;
}

bool is_header(RowShape const& shape)
{
    if (shape.filled == 0 || shape.data > 0) {
        return shape.data == 1 && shape.headers >= 4 && shape.headers * 2 >= shape.filled;
    }
    if (shape.filled == 1) {
        return shape.headers == 1;
    }
    return shape.headers >= 2 ? shape.headers * 5 >= shape.filled * 2 : shape.headers == 1 && shape.filled <= 3;
}

/// A first row whose words are unknown is a header all the same if the rows below are made of
/// something else in the same columns: names below what is no name, addresses below what is none.
int contrast_to_below(Table const& raw, std::size_t header)
{
    int contrasts = 0;
    auto const cells = raw.cells_of(raw.rows[header]);
    for (std::size_t column = 0; column < std::min<std::size_t>(cells.size(), 60); ++column) {
        std::vector<std::string_view> below;
        for (auto row = header + 1; row < std::min(raw.rows.size(), header + 1 + compared_rows); ++row) {
            auto const others = raw.cells_of(raw.rows[row]);
            below.push_back(column < others.size() ? others[column] : std::string_view{});
        }
        auto const here = trim(cells[column]);
        auto const evidence = examine(below);
        if (here.empty() || evidence.cells < 3) {
            continue;
        }
        auto const self = examine(std::span(&here, 1));
        contrasts += evidence.email > 0.7 && self.email == 0;
        contrasts += evidence.number + evidence.date > 0.9 && self.number + self.date == 0;
        contrasts += evidence.person > 0.7 && self.person < 0.3;
        contrasts -= evidence.person > 0.6 && self.person > 0.6 && header_likelihood(here) < 0.95; // "Name, Vorname" reads as a name
        contrasts -= evidence.email > 0.7 && self.email > 0;
        contrasts -= evidence.country > 0.7 && self.country > 0;
    }
    return contrasts;
}

/// Cells with blanks and line breaks drawn together, as messages and JSON want them.
std::string header_text(std::string_view cell)
{
    std::string text;
    for (char const c : trim(cell)) {
        auto const blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) {
            text.push_back(c);
        } else if (!text.ends_with(' ')) {
            text.push_back(' ');
        }
    }
    return text;
}

class Sections {
public:
    Sections(Table raw, std::vector<Problem>& problems) : m_raw(std::move(raw)), m_problems(problems), m_width(usual_width(m_raw)) {}

    std::vector<Table> find()
    {
        auto const first = first_header();
        if (!first) {
            note_unheaded();
            m_sections.push_back(std::move(m_raw));
            return std::move(m_sections);
        }
        auto titles = note_title_lines(*first);
        open(*first);
        m_sections.back().titles = std::move(titles);
        auto const second = goes_on_below(*first);
        if (second) {
            take_second_row(*first + 1);
        }
        for (auto row = *first + (second ? 2 : 1); row < m_raw.rows.size(); ++row) {
            if (may_open_section(row) && begins_section(row)) {
                open(row);
            } else {
                copy_row(row);
            }
        }
        return std::move(m_sections);
    }

private:
    std::optional<std::size_t> first_header() const
    {
        std::optional<std::size_t> narrow;
        for (std::size_t row = 0; row < std::min(m_raw.rows.size(), looked_at_from_top); ++row) {
            auto const shape = shape_of(m_raw.cells_of(m_raw.rows[row]));
            if (!is_header(shape) || says_one_thing(m_raw.cells_of(m_raw.rows[row])) || (shape.headers < 2 && shape.filled > 1 && stands_among_equals(row)) || (shape.headers < 2 && shape.filled > 1 && contrast_to_below(m_raw, row) < (shape.sure > 0 ? 0 : 1))) {
                continue;
            }
            if (shape.filled > 1 || m_width == 1) {
                return row;
            }
            narrow = narrow ? narrow : std::optional(row);
        }
        for (std::size_t row = 0; row < std::min(m_raw.rows.size(), looked_at_from_top); ++row) {
            auto const cells = m_raw.cells_of(m_raw.rows[row]);
            if (filled_cells(cells) * 2 > m_width) {
                return shape_of(cells).data == 0 && contrast_to_below(m_raw, row) > 0 ? std::optional(row) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    /// Headers in two rows: groups and what they hold, or two languages.
    bool goes_on_below(std::size_t header) const
    {
        if (header + 2 >= m_raw.rows.size()) {
            return false;
        }
        auto const shape = shape_of(m_raw.cells_of(m_raw.rows[header + 1]));
        return shape.data == 0 && shape.sure >= 2 && shape.sure * 3 >= shape.filled * 2;
    }

    void take_second_row(std::size_t row)
    {
        auto& headers = m_sections.back().headers;
        auto const cells = m_raw.cells_of(m_raw.rows[row]);
        headers.resize(std::max(headers.size(), cells.size()));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (auto text = header_text(cells[column]); !text.empty()) {
                headers[column] = std::move(text);
            }
        }
        m_sections.back().header_line = m_raw.rows[row].line;
    }

    /// Rows above it are as full: what looks like a header is a word in one of many rows.
    bool stands_among_equals(std::size_t row) const
    {
        auto const filled = filled_cells(m_raw.cells_of(m_raw.rows[row]));
        return std::any_of(m_raw.rows.begin(), m_raw.rows.begin() + std::ptrdiff_t(row), [&](auto const& above) { return filled_cells(m_raw.cells_of(above)) >= filled; });
    }

    /// Only behind a blank or nearly blank row, so that long lists are not examined row by row.
    bool may_open_section(std::size_t row) const { return m_width > 1 && filled_cells(m_raw.cells_of(m_raw.rows[row - 1])) <= 1; }

    bool begins_section(std::size_t row) const
    {
        auto const shape = shape_of(m_raw.cells_of(m_raw.rows[row]));
        return shape.filled > 1 && shape.data == 0 && shape.sure >= 2 && shape.headers * 2 >= shape.filled;
    }

    std::vector<std::string> note_title_lines(std::size_t header)
    {
        auto titles = std::vector<std::string>{};
        for (std::size_t row = 0; row < header; ++row) {
            for (auto const cell : m_raw.cells_of(m_raw.rows[row])) {
                if (auto const text = trim(cell); !text.empty()) {
                    m_problems.push_back({Severity::note, {}, m_raw.rows[row].line, 1, std::string(text.substr(0, 120)), "A title line above the header; left out.", {}});
                    titles.push_back(m_problems.back().cell);
                    break;
                }
            }
        }
        return titles;
    }

    void note_unheaded()
    {
        if (!m_raw.rows.empty()) {
            m_problems.push_back({Severity::note, {}, m_raw.rows.front().line, 0, {}, "No header was found; the columns were understood from their cells.",
                                  "Name columns by their number if one is wrong: --map '#2=family'."});
        }
    }

    /// "2. Participants" right above a header.
    std::string label_above(std::size_t row) const
    {
        if (row == 0 || filled_cells(m_raw.cells_of(m_raw.rows[row - 1])) != 1) {
            return {};
        }
        auto const cells = m_raw.cells_of(m_raw.rows[row - 1]);
        auto const cell = std::find_if(cells.begin(), cells.end(), [](auto c) { return !trim(c).empty(); });
        return header_text(*cell);
    }

    void open(std::size_t row)
    {
        Table section;
        section.section = label_above(row);
        section.header_line = m_raw.rows[row].line;
        for (auto const cell : m_raw.cells_of(m_raw.rows[row])) {
            section.headers.push_back(header_text(cell));
        }
        m_sections.push_back(std::move(section));
    }

    void copy_row(std::size_t row)
    {
        auto& section = m_sections.back();
        auto const cells = m_raw.cells_of(m_raw.rows[row]);
        section.rows.push_back({m_raw.rows[row].line, section.cells.size(), cells.size()});
        section.cells.insert(section.cells.end(), cells.begin(), cells.end());
    }

    Table m_raw;
    std::vector<Problem>& m_problems;
    int m_width;
    std::vector<Table> m_sections;
};

} // namespace

std::vector<Table> find_headers(Table raw, std::vector<Problem>& problems)
{
    return Sections(turned_if_people_are_columns(std::move(raw)), problems).find();
}

} // namespace knowwho
