// SPDX-License-Identifier: MIT
// Columns of plain text: cells parted by wide gaps and set below each other, as in the layout of a printed table.
#pragma once

#include "import/table.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

struct TextLine {
    std::string_view text; ///< without the white space around
    int number = 0;
    std::size_t indent = 0;    ///< bytes in front of it
    int page = 0;              ///< counted by form feeds
    bool at_page_edge = false; ///< next to a form feed
};

/// Cells stand under the column in which they begin, so that an empty one shifts nothing; a line
/// that leaves the first column empty and goes on with others belongs to the row above it. Pages
/// whose cells are not aligned are cut at their gaps, one cell after the other.
Table cut_at_gaps(std::vector<TextLine> const& lines, Texts& texts);

/// The lines of a page set in columns like a newspaper's, one column below the other, where two or more
/// columns name people; empty for anything else. Lines above the columns stay on top.
std::vector<TextLine> stack_newspaper_columns(std::vector<TextLine> const& lines, Texts& texts);

} // namespace knowwho
