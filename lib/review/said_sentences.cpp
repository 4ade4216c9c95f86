// SPDX-License-Identifier: MIT
#include "review/said_sentences.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <cstddef>

namespace knowwho::review {
namespace {

std::vector<std::string_view> parts_of(std::string_view pattern)
{
    auto parts = std::vector<std::string_view>{};
    for (auto slot = pattern.find("{}"); slot != pattern.npos; slot = pattern.find("{}")) {
        parts.push_back(pattern.substr(0, slot));
        pattern.remove_prefix(slot + 2);
    }
    parts.push_back(pattern);
    return parts;
}

/// What stands between the words, each slot as short as it can be; empty if the words are others.
std::optional<std::vector<std::string_view>> values_in(std::string_view said, std::vector<std::string_view> const& words)
{
    auto values = std::vector<std::string_view>{};
    if (!said.starts_with(words.front())) {
        return std::nullopt;
    }
    said.remove_prefix(words.front().size());
    for (std::size_t i = 1; i < words.size(); ++i) {
        bool const is_last = i + 1 == words.size();
        auto const fits = !is_last || said.ends_with(words[i]);
        auto const end = !fits ? said.npos : is_last ? said.size() - words[i].size() : said.find(words[i]);
        if (end == said.npos || end == 0) {
            return std::nullopt;
        }
        values.push_back(said.substr(0, end));
        said.remove_prefix(end + words[i].size());
    }
    return said.empty() ? std::optional{std::move(values)} : std::nullopt;
}

} // namespace

SaidSentences::SaidSentences()
{
    for (auto const& row : read_rows(resource("templates/review/sentences.tsv"))) {
        if (row.size() >= 2) {
            m_rows.push_back({parts_of(row[0]), row[1]});
        }
    }
}

std::optional<std::string> SaidSentences::in_german(std::string_view said) const
{
    for (auto const& row : m_rows) {
        if (auto const values = values_in(said, row.words)) {
            return filled(row, *values);
        }
    }
    return std::nullopt;
}

/// Slots are {1} to {9}; with '!' what is filled in is looked up as well.
std::string SaidSentences::filled(Row const& row, std::vector<std::string_view> const& values) const
{
    auto text = std::string{};
    auto rest = row.german;
    while (!rest.empty()) {
        auto const slot = std::min(rest.find('{'), rest.size());
        text += rest.substr(0, slot);
        rest.remove_prefix(slot);
        auto const number = rest.size() < 3 ? std::size_t{0} : static_cast<std::size_t>(rest[1] - '0');
        auto const end = rest.find('}');
        if (number == 0 || number > values.size() || end == rest.npos) {
            text += rest;
            break;
        }
        auto const value = values[number - 1];
        text += rest[2] == '!' ? in_german(value).value_or(std::string{value}) : std::string{value};
        rest.remove_prefix(end + 1);
    }
    return text;
}

} // namespace knowwho::review
