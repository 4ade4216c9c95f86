// SPDX-License-Identifier: MIT
#include "identity/profile_link.hpp"

#include "data/resources.hpp"
#include "identity/boosted_trees.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

BoostedTrees const& trees()
{
    static auto const read = BoostedTrees{resource("lexicon/link_trees.tsv")};
    return read;
}

} // namespace

std::vector<double> compete(std::span<double const> log_odds)
{
    auto all = 1.0;
    auto odds = std::vector<double>{};
    for (auto const value : log_odds) {
        odds.push_back(std::exp(std::clamp(value, -30.0, 30.0)));
        all += odds.back();
    }
    for (auto& value : odds) {
        value /= all;
    }
    return odds;
}

std::vector<double> link_profiles(LinkSubject const& subject, std::span<LinkProfile const> profiles, LinkCorpus& corpus)
{
    auto scores = std::vector<double>{};
    // The trees were grown on bearers of one name; what bears another was never shown to them.
    constexpr float least_family = 0.85F;
    constexpr double another_name = -20;
    for (auto const& row : link_features(subject, profiles, corpus)) {
        scores.push_back(row[family_column] < least_family ? another_name : trees().score(row));
    }
    return compete(scores);
}

} // namespace knowwho
