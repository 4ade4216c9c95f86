// SPDX-License-Identifier: MIT
// links: import
// Any text as labelled lines: must end and must not crash.
#include "import/labelled_text.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    read_labelled({reinterpret_cast<char const*>(data), size}, texts);
    return 0;
}
