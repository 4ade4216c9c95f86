// SPDX-License-Identifier: MIT
// Cuts delimited text into cells: quotes, line breaks inside cells, and quotes that never close.
#pragma once

#include "import/dialect.hpp"
#include "import/table.hpp"
#include "model/problem.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

/// Every row of the text, from `dialect.begin` on, blank ones as rows without content. Cells are
/// views into `text` or `texts`. A quote that never closes is read as a plain character and named
/// in `problems`. Takes time in proportion to the text, whatever it holds. Rows over 16,384 cells
/// are cut there, with a problem.
Table split_delimited(std::string_view text, Dialect const& dialect, Texts& texts, std::vector<Problem>& problems);

/// The same for one block of a longer text; `first_line` is the number of its first line. Stops before a
/// row that may go on in the next block, unless this is the `last`.
struct BlockOfRows {
    Table table;
    std::size_t used = 0; ///< bytes of the text that the rows take
    int next_line = 1;
};
BlockOfRows split_block(std::string_view text, Dialect const& dialect, int first_line, bool last, Texts& texts, std::vector<Problem>& problems);

} // namespace knowwho
