// SPDX-License-Identifier: MIT
#include "import/table.hpp"

#include <algorithm>

namespace knowwho {

std::size_t Table::width() const
{
    auto widest = headers.size();
    for (auto const& row : rows) {
        widest = std::max(widest, row.count);
    }
    return widest;
}

} // namespace knowwho
