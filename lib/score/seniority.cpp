// SPDX-License-Identifier: MIT
#include "score/seniority.hpp"

#include "data/resources.hpp"
#include "text/folding.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace knowwho {
namespace {

using Factors = std::unordered_map<std::string, double>;

constexpr std::size_t longest_phrase = 4; ///< words

/// By the lexicon's word for it.
double factor_of(std::string_view seniority)
{
    return seniority == "student" ? 0.3 : seniority == "staff" ? 0.8 : seniority == "senior" ? 0.9 : 1.0;
}

/// Folded role phrase to factor.
Factors const& factors()
{
    static auto const table = [] {
        auto factors = Factors{};
        for (auto const& row : read_rows(resource("lexicon/roles.tsv"))) {
            if (row.size() > 2) {
                factors[fold(row[0])] = factor_of(row[2]);
            }
        }
        return factors;
    }();
    return table;
}

/// "Masterstudentin" and "Wissenschaftlicher Mitarbeiter": a compound is what its end says.
double factor_of_word(std::string const& word)
{
    constexpr std::size_t shortest_end = 5;
    auto const known = factors().find(word);
    if (known != factors().end()) {
        return known->second;
    }
    for (std::size_t cut = 3; cut + shortest_end <= word.size(); ++cut) {
        auto const end = factors().find(word.substr(cut));
        if (end != factors().end()) {
            return end->second;
        }
    }
    return 0;
}

/// The highest factor of the phrases in the role, the longest phrase at each place; 1 if none is known.
double factor_of_role(std::string_view role)
{
    auto const words = folded_words(role);
    double best = 0;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        auto phrase = std::string{};
        double factor = factor_of_word(words[begin]);
        for (auto end = begin; end < std::min(words.size(), begin + longest_phrase); ++end) {
            phrase += (phrase.empty() ? "" : " ") + words[end];
            auto const known = factors().find(phrase);
            factor = known == factors().end() ? factor : known->second;
        }
        best = std::max(best, factor);
    }
    return best > 0 ? best : 1;
}

} // namespace

double weight_of_seniority(GoalKind kind, std::string_view role)
{
    if (kind == GoalKind::know_how || kind == GoalKind::peer || kind == GoalKind::talent || role.empty()) {
        return 1;
    }
    return factor_of_role(role);
}

} // namespace knowwho
