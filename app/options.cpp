// SPDX-License-Identifier: MIT
#include "app/options.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace knowwho {

std::vector<std::string> OptionEntry::spellings() const
{
    auto spellings = std::vector<std::string>{};
    for (std::string_view rest = names; !rest.empty();) {
        auto const end = std::min(rest.find(','), rest.size());
        spellings.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return spellings;
}

void Options::flag(std::string const& names, bool& value, std::string const& help)
{
    m_entries.push_back({.names = names, .placeholder = "", .help = help, .value = &value, .words = {}});
}

void Options::text(std::string const& names, std::string const& placeholder, std::string& value, std::string const& help)
{
    m_entries.push_back({.names = names, .placeholder = placeholder, .help = help, .value = &value, .words = {}});
}

void Options::texts(std::string const& names, std::string const& placeholder, std::vector<std::string>& values, std::string const& help)
{
    m_entries.push_back({.names = names, .placeholder = placeholder, .help = help, .value = &values, .words = {}});
}

void Options::number(std::string const& names, int& value, int least, int most, std::string const& help)
{
    bool const has_default = value >= least && value <= most;
    m_entries.push_back({.names = names, .placeholder = "N", .help = has_default ? fmt::format("{} (now {})", help, value) : help,
        .value = &value, .words = {}, .least = least, .most = most});
}

void Options::choice(std::string const& names, std::vector<std::string> const& words, std::string& value, std::string const& help)
{
    m_entries.push_back({.names = names, .placeholder = fmt::format("{}", fmt::join(words, "|")), .help = help, .value = &value, .words = words});
}

void Options::argument(std::string const& name, std::string& value, std::string const& help, bool required)
{
    m_entries.push_back({.names = name, .placeholder = name, .help = help, .value = &value, .words = {}, .required = required});
}

void Options::arguments(std::string const& name, std::vector<std::string>& values, std::string const& help, bool required)
{
    m_entries.push_back({.names = name, .placeholder = name + "...", .help = help, .value = &values, .words = {}, .required = required});
}

} // namespace knowwho
