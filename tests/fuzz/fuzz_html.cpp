// SPDX-License-Identifier: MIT
// links: import
// Any text as a page saved from a browser: must end and must not crash.
#include "import/read_html.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    read_html({reinterpret_cast<char const*>(data), size}, texts);
    return 0;
}
