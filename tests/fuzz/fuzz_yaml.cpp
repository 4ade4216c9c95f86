// SPDX-License-Identifier: MIT
// links: import
// Any text as a YAML document: must end and must not crash.
#include "import/yaml_document.hpp"

#include <cstdint>

#include <nlohmann/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    knowwho::parse_yaml({reinterpret_cast<char const*>(data), size});
    return 0;
}
