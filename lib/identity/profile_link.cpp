// SPDX-License-Identifier: MIT
#include "identity/profile_link.hpp"

#include "data/resources.hpp"
#include "identity/boosted_trees.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

/// How common a name or a word is counts otherwise where few records tell it.
BoostedTrees const& trees_for(LinkCorpus const& corpus)
{
    constexpr int many_records = 5'000;
    static auto const few = BoostedTrees{resource("lexicon/link_few_trees.tsv")};
    static auto const many = BoostedTrees{resource("lexicon/link_trees.tsv")};
    return corpus.records() < many_records ? few : many;
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
    // The trees were grown on bearers of one name; what bears another was never shown to them.
    constexpr float least_family = 0.85F;
    constexpr double another_name = -20;
    auto const rows = link_features(subject, profiles, corpus);
    auto scores = trees_for(corpus).scores(rows);
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        scores[i] = rows[i][family_column] < least_family ? another_name : scores[i];
    }
    return compete(scores);
}

} // namespace knowwho
