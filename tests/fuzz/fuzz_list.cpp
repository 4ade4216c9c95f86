// SPDX-License-Identifier: MIT
// links: import
// Any bytes as a list of any format: must end, must not crash, and every text that comes out is UTF-8.
#include "import/read_list.hpp"
#include "model/error.hpp"
#include "text/utf8.hpp"

#include <cassert>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace knowwho;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    try {
        auto const list = read_list("list", bytes, {}, {});
        for (auto const& row : list.rows) {
            assert(is_utf8(row.name.written) && is_utf8(row.organisation) && is_utf8(row.role));
        }
    } catch (Error const&) {
        // refused with a sentence
    }
    return 0;
}
