// SPDX-License-Identifier: MIT
// links: import
// Any text as lines and blocks: must end and must not crash.
#include "import/read_text.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    Texts texts;
    read_text({reinterpret_cast<char const*>(data), size}, texts);
    return 0;
}
