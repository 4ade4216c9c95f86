// SPDX-License-Identifier: MIT
// links: import
// Any text as XML of no known kind: must end and must not crash.
#include "import/xml_records.hpp"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    auto const text = std::string_view{reinterpret_cast<char const*>(data), size};
    Texts texts;
    read_xml(text, texts);
    return 0;
}
