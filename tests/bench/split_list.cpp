// SPDX-License-Identifier: MIT
// Cuts a file of delimited text into cells, block by block as the import does, and prints how many; compare_import times it.
#include "import/delimited.hpp"
#include "store/files.hpp"
#include "text/charset.hpp"

#include <cstdio>
#include <string>

namespace {

constexpr std::size_t block_size = std::size_t{1} << 19;

} // namespace

int main(int count, char** arguments)
{
    using namespace knowwho;
    FileReader file(count > 1 ? arguments[1] : "-", {});
    std::vector<Problem> problems;
    std::string bytes;
    std::string text;
    Dialect dialect;
    std::size_t cells = 0;
    for (auto first = true, last = false; !last; first = false) {
        auto const more = file.read(block_size);
        last = more.empty();
        bytes += more;
        auto const end = last ? bytes.size() : bytes.rfind('\n') + 1;
        text += end > 0 ? decode(std::string_view(bytes).substr(0, end)).text : std::string{};
        bytes.erase(0, end);
        dialect = first ? find_dialect(text) : dialect;
        Texts texts;
        auto const block = split_block(text, dialect, 1, last, texts, problems);
        cells += block.table.cells.size();
        text.erase(0, block.used);
        dialect.begin = 0;
    }
    std::printf("%zu cells\n", cells);
}
