// SPDX-License-Identifier: MIT
#include "report/phrases.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"

#include <cassert>

namespace knowwho {

namespace {

/// Replaces every `{slot}` that `slots` names.
std::string fill_slots(
    std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> slots)
{
    std::string out;
    while (!text.empty()) {
        std::size_t const open = text.find('{');
        std::size_t const close = open == text.npos ? text.npos : text.find('}', open);
        out += text.substr(0, open);
        if (close == text.npos) {
            break;
        }
        std::string_view const name = text.substr(open + 1, close - open - 1);
        for (auto const& [slot, value] : slots) {
            if (slot == name) {
                out += value;
            }
        }
        text.remove_prefix(close + 1);
    }
    return out;
}

} // namespace

Phrases::Phrases(Language language, std::string_view table)
    : m_language(language == Language::german ? Language::german : Language::english)
{
    std::size_t const column = m_language == Language::german ? 1 : 2;
    for (auto const& row : read_rows(resource(table))) {
        if (row.size() > column) {
            m_text.emplace(row[0], row[column]);
        }
    }
}

std::string_view Phrases::operator()(std::string_view key) const
{
    auto const found = m_text.find(key);
    assert(found != m_text.end());
    return found == m_text.end() ? key : found->second;
}

std::string Phrases::fill(
    std::string_view key, std::initializer_list<std::pair<std::string_view, std::string_view>> slots) const
{
    return fill_slots((*this)(key), slots);
}

} // namespace knowwho
