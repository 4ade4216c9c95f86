// SPDX-License-Identifier: MIT
// links: import
// Any bytes as an OpenDocument workbook: must end and must not crash.
#include "import/open_document.hpp"
#include "model/error.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    try {
        read_open_document({reinterpret_cast<char const*>(data), size}, {}, texts);
    } catch (Error const&) {
        // refused with a sentence
    }
    return 0;
}
