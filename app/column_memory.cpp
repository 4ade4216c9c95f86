// SPDX-License-Identifier: MIT
#include "app/column_memory.hpp"

#include "store/content_hash.hpp"
#include "store/notebook.hpp"
#include "store/settings.hpp"

#include <algorithm>

namespace knowwho {
namespace {

bool has_headers(std::vector<std::string> const& headers)
{
    return std::any_of(headers.begin(), headers.end(), [](auto const& header) { return !header.empty(); });
}

std::string key_of(std::vector<std::string> const& headers)
{
    std::string joined;
    for (auto const& header : headers) {
        joined += header + '\n';
    }
    return "columns:" + content_hash(joined);
}

} // namespace

std::map<std::string, std::string> remembered_columns(Notebook const& notebook, std::vector<std::string> const& headers)
{
    std::map<std::string, std::string> map;
    if (!has_headers(headers)) {
        return map;
    }
    auto const lines = setting(notebook, key_of(headers));
    for (std::size_t begin = 0; begin < lines.size();) {
        auto const end = std::min(lines.find('\n', begin), lines.size());
        auto const line = lines.substr(begin, end - begin);
        if (auto const equals = line.rfind('='); equals != std::string::npos) {
            map[line.substr(0, equals)] = line.substr(equals + 1);
        }
        begin = end + 1;
    }
    return map;
}

void remember_columns(Notebook& notebook, std::vector<std::string> const& headers, std::map<std::string, std::string> const& map)
{
    if (!has_headers(headers) || map.empty()) {
        return;
    }
    std::string lines;
    for (auto const& [header, field] : map) {
        lines += header + '=' + field + '\n';
    }
    save_setting(notebook, key_of(headers), lines);
}

} // namespace knowwho
