// SPDX-License-Identifier: MIT
// links: import
// Any bytes as an Excel workbook: must end and must not crash.
#include "import/workbook.hpp"
#include "model/error.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    try {
        read_workbook({reinterpret_cast<char const*>(data), size}, {}, texts);
    } catch (Error const&) {
        // refused with a sentence
    }
    return 0;
}
