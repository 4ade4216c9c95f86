// SPDX-License-Identifier: MIT
#include "text/did_you_mean.hpp"

#include "text/folding.hpp"
#include "text/similarity.hpp"

#include <algorithm>

namespace knowwho {
namespace {

std::string_view only_continuation(std::string_view typed, std::span<std::string_view const> known)
{
    auto found = std::string_view{};
    for (auto const word : known) {
        if (typed.size() >= 2 && fold(word).starts_with(typed)) {
            if (!found.empty()) {
                return {};
            }
            found = word;
        }
    }
    return found;
}

} // namespace

std::string_view did_you_mean(std::string_view typed, std::span<std::string_view const> known)
{
    auto const key = fold(typed);
    auto best = std::string_view{};
    auto best_distance = static_cast<std::size_t>(-1);
    for (auto const word : known) {
        auto const folded = fold(word);
        auto const distance = damerau_levenshtein(key, folded);
        auto const allowed = std::max<std::size_t>(1, std::max(key.size(), folded.size()) / 3);
        if (distance <= allowed && distance < best_distance && distance < std::max<std::size_t>(1, key.size())) {
            best = word;
            best_distance = distance;
        }
    }
    return best.empty() ? only_continuation(key, known) : best;
}

} // namespace knowwho
