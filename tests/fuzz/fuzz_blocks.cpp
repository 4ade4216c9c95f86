// SPDX-License-Identifier: MIT
// links: import
// Any text cut in two at any place and read in blocks: the cells are those of the whole.
#include "import/delimited.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace knowwho;

constexpr std::string_view delimiters = ",;\t|";

void add_cells(Table const& table, std::vector<std::string>& cells)
{
    for (auto const& row : table.rows) {
        for (auto const cell : table.cells_of(row)) {
            cells.emplace_back(cell);
        }
        cells.emplace_back("\n");
    }
}

std::vector<std::string> cells_in_blocks(std::string_view text, Dialect dialect, std::size_t cut)
{
    auto cells = std::vector<std::string>{};
    auto problems = std::vector<Problem>{};
    Texts texts;
    auto const first = split_block(text.substr(0, cut), dialect, 1, false, texts, problems);
    add_cells(first.table, cells);
    auto const second = split_block(text.substr(first.used), dialect, first.next_line, true, texts, problems);
    add_cells(second.table, cells);
    return cells;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size < 3) {
        return 0;
    }
    auto const text = std::string_view{reinterpret_cast<char const*>(data) + 2, size - 2};
    auto dialect = Dialect{};
    dialect.delimiter = delimiters[data[0] % delimiters.size()];
    auto const cut = std::min<std::size_t>(data[1], text.size());
    auto whole = std::vector<std::string>{};
    auto problems = std::vector<Problem>{};
    Texts texts;
    add_cells(split_delimited(text, dialect, texts, problems), whole);
    auto const quotes_close = problems.empty(); // which quote never closes depends on where the text ends
    if (quotes_close && cells_in_blocks(text, dialect, cut) != whole) {
        std::abort();
    }
    return 0;
}
