// SPDX-License-Identifier: MIT
#include "enrich/source_toml.hpp"

#include "enrich/source_xpath.hpp"

#include <fmt/format.h>

namespace knowwho {

void SourceTable::read_xpath(std::string_view key, std::string& value, bool as_nodes) const
{
    read(key, value);
    if (!value.empty()) {
        check_xpath(key, value, as_nodes);
    }
}

void SourceTable::read_xpaths(std::string_view key, std::vector<std::string>& values) const
{
    read(key, values);
    for (auto const& path : values) {
        check_xpath(key, path);
    }
}

void SourceTable::check_xpath(std::string_view key, std::string const& path, bool as_nodes) const
{
    auto const problem = xpath_problem(path, as_nodes);
    if (!problem.empty()) {
        fail(key, fmt::format("'{}' is not XPath: {}", path, problem), "see https://pugixml.org/docs/manual.html#xpath");
    }
}

} // namespace knowwho
