// SPDX-License-Identifier: MIT
#include "text/toml_table.hpp"

#include "model/error.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

std::string suggested_key(std::string_view typed, std::span<std::string_view const> known)
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

std::optional<PartialDate> date_of(toml::node const& node)
{
    if (auto const* const date = node.as_date()) {
        return PartialDate{date->get().year, date->get().month, date->get().day};
    }
    if (auto const* const time = node.as_date_time()) {
        return PartialDate{time->get().date.year, time->get().date.month, time->get().date.day};
    }
    return node.is_string() ? parse_iso_date(node.as_string()->get()) : std::nullopt;
}

} // namespace

TomlTable::TomlTable(toml::table const& table, std::string name, std::string_view file)
    : m_table(table), m_name(std::move(name)), m_file(file)
{
}

void TomlTable::fail(std::string_view key, std::string const& what, std::string const& hint) const
{
    auto const* const node = find(key);
    auto const line = (node == nullptr ? m_table : *node).source().begin.line;
    auto const name = m_name.empty() ? std::string{key} : fmt::format("{} {}", m_name, key);
    throw Error{ExitCode::input, fmt::format("{}, line {}: {}: {}", m_file, line, name, what), hint};
}

void TomlTable::allow(std::span<std::string_view const> known) const
{
    // toml++ sorts by key; the user reads from the top.
    auto first = std::pair<unsigned, std::string_view>{};
    for (auto const& [key, node] : m_table) {
        auto const line = key.source().begin.line;
        if (std::find(known.begin(), known.end(), key.str()) == known.end() && (first.first == 0 || line < first.first)) {
            first = {line, key.str()};
        }
    }
    if (first.first != 0) {
        auto const where = m_name.empty() ? std::string{} : " in " + m_name;
        throw Error{ExitCode::input, fmt::format("{}, line {}: unknown key '{}'{}", m_file, first.first, first.second, where),
            suggested_key(first.second, known)};
    }
}

void TomlTable::require(std::string_view key) const
{
    if (find(key) == nullptr) {
        fail(key, "is missing");
    }
}

void TomlTable::read(std::string_view key, std::string& value) const
{
    if (auto const* const node = find(key); node != nullptr) {
        if (!node->is_string()) {
            fail(key, fmt::format("must be a text in quotes, not {}", kind_of(*node)));
        }
        value = node->as_string()->get();
    }
}

void TomlTable::read(std::string_view key, bool& value) const
{
    if (auto const* const node = find(key); node != nullptr) {
        if (!node->is_boolean()) {
            fail(key, fmt::format("must be true or false, not {}", kind_of(*node)));
        }
        value = node->as_boolean()->get();
    }
}

void TomlTable::read(std::string_view key, std::optional<PartialDate>& value) const
{
    if (auto const* const node = find(key); node != nullptr) {
        value = date_of(*node);
        if (!value || value->day == 0) {
            fail(key, "must be a date", fmt::format("write {} = 2026-11-26", key));
        }
    }
}

void TomlTable::read(std::string_view key, double& value, double least, double most) const
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

void TomlTable::read(std::string_view key, int& value, int least, int most) const
{
    auto number = static_cast<double>(value);
    read(key, number, least, most);
    if (number != std::floor(number)) {
        fail(key, fmt::format("must be a whole number, and is {}", number));
    }
    value = static_cast<int>(number);
}

void TomlTable::read(std::string_view key, std::vector<std::string>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    value.clear();
    if (node->is_string()) {
        value.push_back(node->as_string()->get());
    } else if (!node->is_array()) {
        fail(key, fmt::format("must be a list of texts, not {}", kind_of(*node)), fmt::format("write {} = [\"...\"]", key));
    } else {
        for (auto const& item : *node->as_array()) {
            if (!item.is_string()) {
                fail(key, fmt::format("must be a list of texts, but one item is {}", kind_of(item)));
            }
            value.push_back(item.as_string()->get());
        }
    }
    std::erase(value, "");
}

void TomlTable::read(std::string_view key, std::map<std::string, std::string>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    if (!node->is_table()) {
        fail(key, fmt::format("must be a table of texts, not {}", kind_of(*node)));
    }
    for (auto const& [name, item] : *node->as_table()) {
        if (!item.is_string()) {
            fail(key, fmt::format("'{}' must be a text, not {}", name.str(), kind_of(item)));
        }
        value.emplace(std::string{name.str()}, item.as_string()->get());
    }
}

std::optional<std::size_t> TomlTable::read_choice(std::string_view key, std::span<std::string_view const> known) const
{
    if (find(key) == nullptr) {
        return std::nullopt;
    }
    auto word = std::string{};
    read(key, word);
    auto const found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) {
        fail(key, fmt::format("'{}' is none of {}", word, fmt::join(known, ", ")), suggested_key(word, known));
    }
    return static_cast<std::size_t>(found - known.begin());
}

toml::table parse_toml(std::string_view text, std::string_view file, std::string const& hint)
{
    try {
        return toml::parse(text, file);
    } catch (toml::parse_error const& error) {
        throw Error{ExitCode::input, fmt::format("{}, line {}: not valid TOML: {}", file, error.source().begin.line, error.description()), hint};
    }
}

} // namespace knowwho
