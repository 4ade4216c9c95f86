// SPDX-License-Identifier: MIT
#include "import/delimited.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace knowwho {
namespace {

constexpr std::size_t widest_row = 16384;
constexpr std::size_t longest_open_cell = 1 << 19; // a quote that has not closed after so many bytes never does
constexpr std::size_t longest_suspect_cell = 1 << 16; // a quoted cell over this that swallows rows is a stray quote

/// One pass over the text. Cells that begin with a quote are read by `quoted_cell`, all others by
/// `plain_cell`; both leave the position at the delimiter or line end behind the cell.
class Splitter {
public:
    Splitter(std::string_view text, Dialect const& dialect, int first_line, Texts& texts, std::vector<Problem>& problems)
        : m_text(text), m_dialect(dialect), m_texts(texts), m_problems(problems), m_position(dialect.begin)
    {
        m_line = first_line + static_cast<int>(std::count(text.begin(), text.begin() + dialect.begin, dialect.line_end));
        m_rescans = text.size() * 2;
    }

    Table split()
    {
        m_table.cells.reserve(m_text.size() / 8 + 16);
        while (m_position < m_text.size()) {
            row();
        }
        return std::move(m_table);
    }

    BlockOfRows split_rest()
    {
        auto table = split();
        return {std::move(table), m_text.size(), m_line};
    }

    /// All rows that end inside the text; more text follows.
    BlockOfRows split_part()
    {
        m_more_follows = true;
        m_table.cells.reserve(m_text.size() / 8 + 16);
        BlockOfRows block;
        while (m_position < m_text.size()) {
            block.used = m_position;
            block.next_line = m_line;
            auto const problems = m_problems.size();
            row();
            if (!m_ended || m_cut_off) {
                m_problems.erase(m_problems.begin() + std::ptrdiff_t(problems), m_problems.end());
                m_table.cells.resize(m_table.rows.back().begin);
                m_table.rows.pop_back();
                block.table = std::move(m_table);
                return block;
            }
        }
        return {std::move(m_table), m_position, m_line};
    }

private:
    bool at_cell_end(std::size_t position) const
    {
        return position >= m_text.size() || m_text[position] == m_dialect.delimiter || m_text[position] == m_dialect.line_end ||
               (m_text[position] == '\r' && position + 1 < m_text.size() && m_text[position + 1] == '\n');
    }

    void row()
    {
        m_table.add_row(m_line);
        m_ended = false;
        for (;;) {
            auto const cell = starts_quoted() ? quoted_cell() : plain_cell();
            keep(cell);
            if (m_position >= m_text.size()) {
                return;
            }
            auto const ended = m_text[m_position] == m_dialect.line_end;
            ++m_position;
            if (ended || m_cut_off) {
                ++m_line;
                m_ended = ended;
                return;
            }
        }
    }

    void keep(std::string_view cell)
    {
        if (m_table.rows.back().count < widest_row) {
            m_table.add_cell(cell);
        } else if (m_table.rows.back().count == widest_row && m_cut_line != m_line) {
            m_cut_line = m_line;
            m_problems.push_back({Severity::loss, {}, m_line, int(widest_row), {}, "This row has more cells than any list needs; the rest of it was not read.",
                                  "Check that the delimiter is right (--delimiter)."});
        }
    }

    bool starts_quoted()
    {
        auto position = m_position;
        while (position < m_text.size() && m_text[position] == ' ') {
            ++position;
        }
        if (position >= m_text.size() || m_text[position] != '"' || position >= m_no_close_from) {
            return false;
        }
        m_quote = position;
        return true;
    }

    std::string_view plain_cell()
    {
        auto const begin = m_position;
        m_position = end_of_plain(begin);
        auto cell = m_text.substr(begin, m_position - begin);
        if (m_dialect.line_end == '\n' && cell.ends_with('\r')) {
            cell.remove_suffix(1);
        }
        return cell;
    }

    std::size_t end_of_plain(std::size_t position) const
    {
#ifdef __SSE2__
        auto const delimiter = _mm_set1_epi8(m_dialect.delimiter);
        auto const line_end = _mm_set1_epi8(m_dialect.line_end);
        for (; position + 16 <= m_text.size(); position += 16) {
            auto const block = _mm_loadu_si128(reinterpret_cast<__m128i const*>(m_text.data() + position));
            auto const hits = _mm_or_si128(_mm_cmpeq_epi8(block, delimiter), _mm_cmpeq_epi8(block, line_end));
            if (auto const mask = static_cast<unsigned>(_mm_movemask_epi8(hits)); mask != 0) {
                return position + static_cast<std::size_t>(__builtin_ctz(mask));
            }
        }
#endif
        while (position < m_text.size() && m_text[position] != m_dialect.delimiter && m_text[position] != m_dialect.line_end) {
            ++position;
        }
        return position;
    }

    /// The quote that closes the cell, or npos. A quote closes if a cell can end behind it, perhaps
    /// after blanks; any other one inside is taken literally, as many programs forget to double it.
    std::size_t closing_quote(std::size_t position, bool& doubled) const
    {
        while ((position = m_text.find('"', position)) != m_text.npos) {
            auto const behind = std::min(m_text.find_first_not_of('"', position), m_text.size());
            auto const run = behind - position;
            doubled |= run > 1;
            if (run % 2 == 1 && at_cell_end(std::min(m_text.find_first_not_of(' ', behind), m_text.size()))) {
                return behind - 1;
            }
            position = behind;
        }
        return m_text.npos;
    }

    /// A cell with line breaks that holds the beginning of another quoted cell has lost its end.
    bool swallowed_a_row(std::string_view cell)
    {
        if (cell.size() < 2 || cell.size() > m_rescans || std::memchr(cell.data(), m_dialect.line_end, cell.size()) == nullptr) {
            return false;
        }
        m_rescans -= std::min(m_rescans, cell.size());
        char const opening[] = {m_dialect.delimiter, '"'};
        auto const found = cell.find(std::string_view(opening, 2));
        return found != cell.npos && (cell.size() > longest_suspect_cell || (found + 2 < cell.size() && cell[found + 2] != '"'));
    }

    std::string_view quoted_cell()
    {
        auto const begin = m_quote + 1;
        bool doubled = false;
        auto const end = closing_quote(begin, doubled);
        if (end == m_text.npos || (m_more_follows && end + 2 >= m_text.size())) {
            if (m_more_follows && m_text.size() - begin < longest_open_cell) {
                m_cut_off = true; // the quote may close in the next block
                m_position = m_text.size() - 1;
                return {};
            }
            m_no_close_from = m_quote;
            return stray_quote();
        }
        auto const cell = m_text.substr(begin, end - begin);
        if (swallowed_a_row(cell)) {
            return stray_quote();
        }
        m_line += static_cast<int>(std::count(cell.begin(), cell.end(), m_dialect.line_end));
        m_position = end + 1;
        while (m_position < m_text.size() && (m_text[m_position] == ' ' || (m_text[m_position] == '\r' && m_dialect.line_end == '\n'))) {
            ++m_position;
        }
        return doubled ? m_texts.keep(undouble(cell)) : cell;
    }

    std::string_view stray_quote()
    {
        auto const cell = plain_cell();
        m_problems.push_back({Severity::warning, {}, m_line, static_cast<int>(m_table.rows.back().count) + 1, std::string(cell.substr(0, 80)),
                              "A quotation mark opens this cell and is never closed.", "It was read as a plain character; close it or remove it."});
        return cell;
    }

    static std::string undouble(std::string_view cell)
    {
        std::string text;
        text.reserve(cell.size());
        for (std::size_t position = 0; position < cell.size(); ++position) {
            text.push_back(cell[position]);
            if (cell[position] == '"' && position + 1 < cell.size() && cell[position + 1] == '"') {
                ++position;
            }
        }
        return text;
    }

    std::string_view m_text;
    Dialect m_dialect;
    Texts& m_texts;
    std::vector<Problem>& m_problems;
    Table m_table;
    std::size_t m_position;
    std::size_t m_quote = 0;
    std::size_t m_no_close_from = std::string_view::npos; ///< no quote opened from here on is ever closed
    std::size_t m_rescans = 0; ///< bytes that may still be read twice
    int m_line = 1;
    int m_cut_line = 0;
    bool m_more_follows = false; ///< the text is a block of a longer one
    bool m_ended = false;        ///< the last row has its line end
    bool m_cut_off = false;      ///< a quoted cell goes on behind the block
};

} // namespace

Table split_delimited(std::string_view text, Dialect const& dialect, Texts& texts, std::vector<Problem>& problems)
{
    return Splitter(text, dialect, 1, texts, problems).split();
}

BlockOfRows split_block(std::string_view text, Dialect const& dialect, int first_line, bool last, Texts& texts, std::vector<Problem>& problems)
{
    Splitter splitter(text, dialect, first_line, texts, problems);
    return last ? splitter.split_rest() : splitter.split_part();
}

} // namespace knowwho
