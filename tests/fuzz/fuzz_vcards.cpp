// SPDX-License-Identifier: MIT
// links: import
// Any text as address cards: must end and must not crash.
#include "import/cards.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    read_vcards({reinterpret_cast<char const*>(data), size}, texts);
    return 0;
}
