// SPDX-License-Identifier: MIT
// links: import
// Any text as delimited cells: every cell is a part of the text or of the texts kept, lines never go back.
#include "import/delimited.hpp"

#include <cassert>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    Texts texts;
    std::vector<Problem> problems;
    auto const table = split_delimited(text, find_dialect(text), texts, problems);
    std::size_t length = 0;
    int line = 0;
    for (auto const& row : table.rows) {
        assert(row.line > line);
        line = row.line;
        for (auto const cell : table.cells_of(row)) {
            length += cell.size();
        }
    }
    assert(length <= size);
    return 0;
}
