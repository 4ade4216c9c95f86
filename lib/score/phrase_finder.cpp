// SPDX-License-Identifier: MIT
#include "score/phrase_finder.hpp"

#include <algorithm>

namespace knowwho {

Member const* best_member(NeedWord const& word, std::span<TermId const> terms)
{
    auto const is_met = [&](Member const& member) {
        return std::all_of(member.terms.begin(), member.terms.end(),
                           [&](TermId term) { return std::binary_search(terms.begin(), terms.end(), term); });
    };
    // The members are sorted by falling discount, so the first one met is the best.
    auto const met = std::find_if(word.members.begin(), word.members.end(), is_met);
    return met == word.members.end() ? nullptr : &*met;
}

std::string shown_bridge(NeedWord const& word, Member const& member)
{
    if (member.bridge == Bridge::compound) {
        return member.shown; // one sees the word in it
    }
    bool const itself = member.bridge == Bridge::same || member.shown == word.written;
    return itself ? word.written : word.written + " → " + member.shown;
}

PhraseFinder::PhraseFinder(std::string_view phrase, NeedReader& reader, std::span<Bridge const> bridges)
    : m_phrase(phrase), m_need(reader.read(phrase))
{
    for (auto& word : m_need.words) {
        std::erase_if(word.members, [&](Member const& member) {
            return std::find(bridges.begin(), bridges.end(), member.bridge) == bridges.end();
        });
    }
}

std::optional<std::vector<std::string>> PhraseFinder::find(std::span<TermId const> terms) const
{
    auto words = std::vector<std::string>{};
    for (auto const& word : m_need.words) {
        auto const* const met = best_member(word, terms);
        if (met == nullptr) {
            return std::nullopt;
        }
        auto shown = shown_bridge(word, *met);
        if (std::find(words.begin(), words.end(), shown) == words.end()) {
            words.push_back(std::move(shown));
        }
    }
    if (words.empty()) {
        return std::nullopt;
    }
    return words;
}

} // namespace knowwho
