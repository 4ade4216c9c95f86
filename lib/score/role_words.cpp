// SPDX-License-Identifier: MIT
#include "score/role_words.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace knowwho {
namespace {

using Roles = std::unordered_map<std::string, RoleWord>;

constexpr std::size_t longest_phrase = 4; ///< words
constexpr std::size_t shortest_end = 5;   ///< letters of a compound's last part
constexpr std::size_t shortest_begin = 3;

/// By folded phrase.
Roles const& roles()
{
    static auto const table = [] {
        auto read = Roles{};
        for (auto const& row : read_rows(resource("lexicon/roles.tsv"))) {
            if (row.size() > 3) {
                read.try_emplace(fold(row[0]), RoleWord{row[2], row[3]});
            }
        }
        return read;
    }();
    return table;
}

std::optional<RoleWord> find_role(std::string const& phrase)
{
    auto const known = roles().find(phrase);
    return known == roles().end() ? std::nullopt : std::optional{known->second};
}

std::optional<RoleWord> role_of_word(std::string const& word)
{
    if (auto const whole = find_role(word)) {
        return whole;
    }
    for (auto cut = shortest_begin; cut + shortest_end <= word.size(); ++cut) {
        if (auto const end = find_role(word.substr(cut))) {
            return end;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<RoleWord> roles_in(std::string_view text)
{
    auto const words = folded_words(text);
    auto found = std::vector<RoleWord>{};
    for (std::size_t begin = 0; begin < words.size();) {
        auto role = role_of_word(words[begin]);
        auto phrase = words[begin];
        auto next = begin + 1;
        for (auto end = begin + 1; end < std::min(words.size(), begin + longest_phrase); ++end) {
            phrase += " " + words[end];
            if (auto const longer = find_role(phrase)) {
                role = longer;
                next = end + 1;
            }
        }
        if (role) {
            found.push_back(*role);
        }
        begin = next;
    }
    return found;
}

} // namespace knowwho
