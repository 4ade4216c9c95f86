// SPDX-License-Identifier: MIT
#include "enrich/source_toml.hpp"

#include "enrich/source_xpath.hpp"
#include "model/error.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

std::string suggestion(std::string_view typed, std::span<std::string_view const> known)
{
    auto const meant = did_you_mean(typed, known);
    return meant.empty() ? fmt::format("known are: {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", meant);
}

} // namespace

SourceTable::SourceTable(toml::table const& table, std::string name, std::string_view file)
    : m_table(table), m_name(std::move(name)), m_file(file)
{
}

void SourceTable::fail(std::string_view key, std::string const& what, std::string const& hint) const
{
    auto const* const node = find(key);
    auto const line = (node == nullptr ? m_table : *node).source().begin.line;
    auto const name = m_name.empty() ? std::string{key} : fmt::format("{} {}", m_name, key);
    throw Error{ExitCode::input, fmt::format("{}, line {}: {}: {}", m_file, line, name, what), hint};
}

void SourceTable::allow(std::span<std::string_view const> known) const
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
            suggestion(first.second, known)};
    }
}

void SourceTable::require(std::string_view key) const
{
    if (find(key) == nullptr) {
        fail(key, "is missing");
    }
}

void SourceTable::read(std::string_view key, std::string& value) const
{
    if (auto const* const node = find(key); node != nullptr) {
        if (!node->is_string()) {
            fail(key, "must be a text in quotes");
        }
        value = node->as_string()->get();
    }
}

void SourceTable::read(std::string_view key, bool& value) const
{
    if (auto const* const node = find(key); node != nullptr) {
        if (!node->is_boolean()) {
            fail(key, "must be true or false");
        }
        value = node->as_boolean()->get();
    }
}

void SourceTable::read(std::string_view key, double& value, double least, double most) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    auto const number = node->value<double>();
    if (!node->is_number() || !number) {
        fail(key, "must be a number");
    }
    if (!(*number >= least && *number <= most)) {
        fail(key, fmt::format("must lie between {} and {}, and is {}", least, most, *number));
    }
    value = *number;
}

void SourceTable::read(std::string_view key, int& value, int least, int most) const
{
    auto number = static_cast<double>(value);
    read(key, number, least, most);
    if (number != std::floor(number)) {
        fail(key, fmt::format("must be a whole number, and is {}", number));
    }
    value = static_cast<int>(number);
}

void SourceTable::read(std::string_view key, std::vector<std::string>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    value.clear();
    if (node->is_string()) {
        value.push_back(node->as_string()->get());
        return;
    }
    if (!node->is_array()) {
        fail(key, "must be a text or a list of texts");
    }
    for (auto const& item : *node->as_array()) {
        if (!item.is_string()) {
            fail(key, "must be a text or a list of texts");
        }
        value.push_back(item.as_string()->get());
    }
}

void SourceTable::read(std::string_view key, std::map<std::string, std::string>& value) const
{
    auto const* const node = find(key);
    if (node == nullptr) {
        return;
    }
    if (!node->is_table()) {
        fail(key, "must be a table of texts");
    }
    for (auto const& [name, item] : *node->as_table()) {
        if (!item.is_string()) {
            fail(key, fmt::format("'{}' must be a text", name.str()));
        }
        value.emplace(std::string{name.str()}, item.as_string()->get());
    }
}

std::size_t SourceTable::read_choice(std::string_view key, std::span<std::string_view const> known, std::size_t value) const
{
    if (find(key) == nullptr) {
        return value;
    }
    auto word = std::string{};
    read(key, word);
    auto const found = std::find(known.begin(), known.end(), word);
    if (found == known.end()) {
        fail(key, fmt::format("'{}' is none of {}", word, fmt::join(known, ", ")), suggestion(word, known));
    }
    return static_cast<std::size_t>(found - known.begin());
}

void SourceTable::read_xpath(std::string_view key, std::string& value, bool as_nodes) const
{
    read(key, value);
    if (!value.empty()) {
        check_xpath(key, value, as_nodes);
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
