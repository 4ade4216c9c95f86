// SPDX-License-Identifier: MIT
#include "fetch/request.hpp"

namespace knowwho {

std::string_view Response::header(std::string_view name) const
{
    for (auto const& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace knowwho
