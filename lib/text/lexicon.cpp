// SPDX-License-Identifier: MIT
#include "text/lexicon.hpp"

#include <algorithm>

namespace knowwho {
namespace {

std::vector<std::string_view> split_at_tabs(std::string_view line)
{
    auto fields = std::vector<std::string_view>{};
    while (true) {
        auto const tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) {
            return fields;
        }
        line.remove_prefix(tab + 1);
    }
}

} // namespace

void for_each_row(std::string_view bytes, std::function<void(std::string_view)> const& take)
{
    while (!bytes.empty()) {
        auto const end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.empty() && !line.starts_with('#')) {
            take(line);
        }
    }
}

std::vector<std::vector<std::string_view>> read_rows(std::string_view bytes)
{
    auto rows = std::vector<std::vector<std::string_view>>{};
    for_each_row(bytes, [&](std::string_view line) { rows.push_back(split_at_tabs(line)); });
    return rows;
}

} // namespace knowwho
