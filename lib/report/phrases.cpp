// SPDX-License-Identifier: MIT
// The fixed words of the sheet (headings, labels, whole sentences) in its language.
#include "report/phrases.hpp"

#include "data/resources.hpp"
#include "text/lexicon.hpp"

#include <cassert>

namespace knowwho {

Phrases::Phrases(Language language)
    : m_language(language)
{
    std::size_t const column = language == Language::german ? 1 : 2;
    for (auto const& row : read_rows(resource("templates/phrases.tsv"))) {
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

} // namespace knowwho
