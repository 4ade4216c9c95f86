// SPDX-License-Identifier: MIT
#include "import/affiliation.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"
#include "import/word_lists.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace knowwho {
namespace {

constexpr double sure_role = 0.62;

/// Words that stand between a role and its house, surely in that order.
std::optional<Affiliation> by_joining_word(std::string_view text)
{
    constexpr std::array<std::string_view, 6> words{" at ", " bei ", " beim ", " @ ", " @", " chez "};
    for (auto const word : words) {
        auto const position = text.find(word);
        if (position != text.npos && position > 1 && role_likelihood(text.substr(0, position)) > 0.4) {
            return Affiliation{std::string(trim(text.substr(0, position))), std::string(trim(text.substr(position + word.size())))};
        }
    }
    return std::nullopt;
}

std::optional<Affiliation> by_sign(std::string_view text)
{
    constexpr std::array<std::string_view, 6> signs{", ", " | ", " - ", " – ", " — ", "\n"};
    for (auto const sign : signs) {
        auto const first = text.find(sign);
        if (first == text.npos) {
            continue;
        }
        auto const head = trim(text.substr(0, first));
        auto const tail = trim(text.substr(first + sign.size()));
        if (role_likelihood(head) >= sure_role && organisation_likelihood(head) < 0.6 && !tail.empty() && role_likelihood(tail) < sure_role) {
            return Affiliation{std::string(head), std::string(tail)};
        }
        auto const last = text.rfind(sign);
        auto const end = trim(text.substr(last + sign.size()));
        auto const begin = trim(text.substr(0, last));
        if (role_likelihood(end) >= sure_role && organisation_likelihood(end) < 0.6 && role_likelihood(begin) < sure_role && !begin.empty()) {
            return Affiliation{std::string(end), std::string(begin)};
        }
    }
    return std::nullopt;
}

/// An acronym in front of what is a role by itself.
std::optional<Affiliation> by_acronym(std::string_view text)
{
    auto const blank = text.find(' ');
    if (blank == text.npos || blank < 2) {
        return std::nullopt;
    }
    auto const head = text.substr(0, blank);
    auto const tail = trim(text.substr(blank));
    auto const capitals = std::all_of(head.begin(), head.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&' || (c >= '0' && c <= '9'); });
    if (capitals && role_likelihood(head) < 0.3 && role_likelihood(tail) >= 0.5 && organisation_likelihood(tail) < 0.6) {
        return Affiliation{std::string(tail), std::string(head)};
    }
    return std::nullopt;
}

} // namespace

Affiliation split_affiliation(std::string_view text)
{
    text = trim(text);
    for (auto const split : {by_joining_word, by_sign, by_acronym}) {
        if (auto affiliation = split(text)) {
            return std::move(*affiliation);
        }
    }
    if (role_likelihood(text) >= 0.8 && organisation_likelihood(text) < 0.5) {
        return {std::string(text), {}};
    }
    return {{}, std::string(text)};
}

} // namespace knowwho
