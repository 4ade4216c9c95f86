// SPDX-License-Identifier: MIT
#include "text/compounds.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t shortest_part = 4;
constexpr std::size_t longest_compound = 64;

// The empty one first: "Wartungsplan" has none, but "Softwareplan" must not lose its "e".
constexpr auto links = std::array<std::string_view, 7>{"", "s", "es", "n", "en", "er", "e"};

/// Endings that look like words but only inflect or derive.
constexpr auto no_last_parts = std::array<std::string_view, 12>{
    "ungen", "keit", "heit", "keiten", "heiten", "schaft", "lich", "liche", "lichen", "isch", "ische", "ierung"};

bool is_last_part(std::string_view part, std::function<bool(std::string_view)> const& is_word)
{
    return std::find(no_last_parts.begin(), no_last_parts.end(), part) == no_last_parts.end() && is_word(part);
}

/// The first part without its link, or empty.
std::string_view first_part(std::string_view first, std::function<bool(std::string_view)> const& is_word)
{
    for (auto const link : links) {
        if (!first.ends_with(link) || first.size() < shortest_part + link.size()) {
            continue;
        }
        auto const bare = first.substr(0, first.size() - link.size());
        if (is_word(bare)) {
            return bare;
        }
    }
    return {};
}

} // namespace

std::vector<std::string> split_compound(std::string_view word, std::function<bool(std::string_view)> const& is_word)
{
    if (word.size() > longest_compound) {
        return {};
    }
    for (auto cut = shortest_part; cut + shortest_part <= word.size(); ++cut) {
        auto const last = word.substr(cut);
        if (!is_last_part(last, is_word)) {
            continue;
        }
        auto const first = first_part(word.substr(0, cut), is_word);
        if (!first.empty()) {
            return {std::string{first}, std::string{last}};
        }
    }
    return {};
}

} // namespace knowwho
