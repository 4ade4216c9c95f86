// SPDX-License-Identifier: MIT
#include "review/request.hpp"

#include <algorithm>

namespace knowwho::review {

std::string_view WebRequest::header(std::string_view name) const
{
    auto const found = std::ranges::find(headers, name, [](auto const& one) { return std::string_view{one.first}; });
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::size_t WebRequest::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::ranges::count(headers, name, [](auto const& one) { return std::string_view{one.first}; }));
}

bool read_target(std::string_view target, WebRequest& request)
{
    if (!target.starts_with('/')) {
        return false;
    }
    auto const mark = std::min(target.find('?'), target.size());
    request.path = decoded(target.substr(0, mark), Plus::itself);
    request.query = mark == target.size() ? Form{} : read_urlencoded(target.substr(mark + 1));
    return request.path.find('\0') == std::string::npos;
}

} // namespace knowwho::review
