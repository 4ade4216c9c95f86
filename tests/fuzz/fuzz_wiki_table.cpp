// SPDX-License-Identifier: MIT
// links: import
// Any text as tables of a wiki: must end and must not crash.
#include "import/wiki_table.hpp"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    auto const text = std::string_view{reinterpret_cast<char const*>(data), size};
    read_wiki_tables(text);
    return 0;
}
