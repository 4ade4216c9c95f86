// SPDX-License-Identifier: MIT
// A table as a reader found it: cells as views, before anything about them is understood.
#pragma once

#include "import/list_reading.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knowwho {

/// Keeps the texts that are no plain part of the file, such as unescaped cells, at fixed addresses.
class Texts {
public:
    std::string_view keep(std::string text)
    {
        m_texts.push_back(std::move(text));
        return m_texts.back();
    }

private:
    std::deque<std::string> m_texts;
};

/// Rows of cells, one after the other in memory. The views point into the file's text or into the
/// reader's `Texts`; both must outlive the table.
struct Table {
    struct Row {
        int line = 0; ///< 1-based line of the file
        std::size_t begin = 0;
        std::size_t count = 0;
    };

    std::string section; ///< the sheet, or the heading that it stands under; may be empty
    std::vector<std::string> titles; ///< what stands above the header, a line each
    int header_line = 0; ///< 0 if there is none
    std::vector<std::string> headers;          ///< empty, or one for every column; trimmed
    std::vector<std::optional<Field>> known;   ///< meanings that the format itself fixes, by column; may be shorter
    std::vector<std::vector<std::pair<Field, double>>> priors; ///< log odds that a column's position gives a meaning; may be shorter
    bool keyed = false; ///< the columns stand in no order that anybody chose
    std::vector<std::string_view> cells;
    std::vector<Row> rows;

    std::span<std::string_view const> cells_of(Row const& row) const { return {cells.data() + row.begin, row.count}; }

    /// Opens a new row; `add_cell` then fills it.
    void add_row(int line) { rows.push_back({line, cells.size(), 0}); }

    void add_cell(std::string_view cell)
    {
        cells.push_back(cell);
        ++rows.back().count;
    }

    /// The widest row or the header, whichever is wider.
    std::size_t width() const;
};

} // namespace knowwho
