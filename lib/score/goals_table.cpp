// SPDX-License-Identifier: MIT
#include "score/goals_table.hpp"

#include "model/error.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

std::string place_of(std::string_view file, toml::node const& node)
{
    return fmt::format("{}, line {}", file, node.source().begin.line);
}

std::string suggestion(std::string_view typed, std::span<std::string_view const> known)
{
    auto const meant = did_you_mean(typed, known);
    return meant.empty() ? fmt::format("known are: {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", meant);
}

std::string_view kind_of(toml::node const& node)
{
    switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    default: return "a date or time";
    }
}

} // namespace

GoalsTable::GoalsTable(toml::table const& table, std::string name, std::string_view file)
    : m_table(table), m_name(std::move(name)), m_file(file)
{
}

void GoalsTable::fail(std::string_view key, std::string const& what, std::string const& hint) const
{
    auto const* const node = find(key);
    auto const place = place_of(m_file, node == nullptr ? m_table : *node);
    auto const name = m_name.empty() ? std::string{key} : fmt::format("{} {}", m_name, key);
    throw Error{ExitCode::input, fmt::format("{}: {}: {}", place, name, what), hint};
}

toml::node const* GoalsTable::find(std::string_view key) const
{
    return m_table.get(key);
}

void GoalsTable::allow(std::span<std::string_view const> known) const
{
    // toml++ sorts by key; the user reads from the top.
    auto unknown = std::vector<std::pair<unsigned, std::string_view>>{};
    for (auto const& [key, node] : m_table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
            unknown.emplace_back(key.source().begin.line, key.str());
        }
    }
    if (unknown.empty()) {
        return;
    }
    auto const [line, key] = *std::min_element(unknown.begin(), unknown.end());
    auto const where = m_name.empty() ? std::string{} : " in " + m_name;
    throw Error{ExitCode::input, fmt::format("{}, line {}: unknown key '{}'{}", m_file, line, key, where),
                suggestion(key, known)};
}

void GoalsTable::read(std::string_view key, std::string& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    auto const* const text = node->as_string();
    if (text == nullptr) {
        fail(key, fmt::format("must be a text in quotes, not {}", kind_of(*node)));
    }
    value = text->get();
}

void GoalsTable::read(std::string_view key, std::vector<std::string>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    auto const* const list = node->as_array();
    if (list == nullptr) {
        fail(key, fmt::format("must be a list of texts, not {}", kind_of(*node)), fmt::format("write {} = [\"...\"]", key));
    }
    value.clear();
    for (auto const& item : *list) {
        auto const* const text = item.as_string();
        if (text == nullptr) {
            fail(key, fmt::format("must be a list of texts, but one item is {}", kind_of(item)));
        }
        if (!text->get().empty()) {
            value.push_back(text->get());
        }
    }
}

void GoalsTable::read(std::string_view key, std::optional<PartialDate>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    if (auto const* const date = node->as_date()) {
        value = PartialDate{date->get().year, date->get().month, date->get().day};
    } else if (auto const* const time = node->as_date_time()) {
        value = PartialDate{time->get().date.year, time->get().date.month, time->get().date.day};
    } else if (auto const* const text = node->as_string()) {
        value = parse_iso_date(text->get());
    }
    if (!value || value->day == 0) {
        fail(key, "must be a date", fmt::format("write {} = 2026-11-26", key));
    }
}

void GoalsTable::read(std::string_view key, double& value, double least, double most) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    auto const number = node->value<double>();
    if (!node->is_number() || !number) {
        fail(key, fmt::format("must be a number, not {}", kind_of(*node)));
    }
    if (!(*number >= least && *number <= most)) {
        fail(key, fmt::format("must lie between {} and {}, and is {}", least, most, *number));
    }
    value = *number;
}

void GoalsTable::read(std::string_view key, int& value, int least, int most) const
{
    auto number = static_cast<double>(value);
    read(key, number, least, most);
    if (number != std::floor(number)) {
        fail(key, fmt::format("must be a whole number, and is {}", number));
    }
    value = static_cast<int>(number);
}

std::optional<std::size_t> GoalsTable::read_choice(std::string_view key, std::span<std::string_view const> known) const
{
    if (find(key) == nullptr) {
        return std::nullopt;
    }
    auto word = std::string{};
    read(key, word);
    auto const found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) {
        fail(key, fmt::format("'{}' is none of {}", word, fmt::join(known, ", ")), suggestion(word, known));
    }
    return static_cast<std::size_t>(found - known.begin());
}

} // namespace knowwho
