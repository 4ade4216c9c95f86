// SPDX-License-Identifier: MIT
// Cuts a file of delimited text into cells and prints how many; compare_import times it.
#include "import/delimited.hpp"
#include "text/charset.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** arguments)
{
    using namespace knowwho;
    std::ifstream stream(count > 1 ? arguments[1] : "", std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(stream), {});
    auto const decoded = decode(bytes, {}, {});
    Texts texts;
    std::vector<Problem> problems;
    std::printf("%zu cells\n", split_delimited(decoded.text, find_dialect(decoded.text), texts, problems).cells.size());
    return bytes.empty() ? 1 : 0;
}
