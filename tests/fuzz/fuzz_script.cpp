// SPDX-License-Identifier: MIT
// links: import
// Any text as a script that sets values: must end and must not crash.
#include "import/data_document.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    knowwho::Texts texts;
    knowwho::people_in_script({reinterpret_cast<char const*>(data), size}, texts);
    return 0;
}
