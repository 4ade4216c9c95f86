// SPDX-License-Identifier: MIT
#include "identity/word_overlap.hpp"

#include <algorithm>

namespace knowwho {
namespace {

double weight_of(WordSet const& words, LinkCorpus const& corpus)
{
    auto sum = 0.0;
    for (auto const word : words) {
        sum += corpus.rarity(word);
    }
    return sum;
}

} // namespace

Overlap overlap(WordSet const& a, WordSet const& b, LinkCorpus const& corpus)
{
    auto result = Overlap{};
    result.a = weight_of(a, corpus);
    result.b = weight_of(b, corpus);
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            auto const rarity = corpus.rarity(*left);
            result.shared += rarity;
            result.rarest = std::max(result.rarest, rarity);
            ++result.count;
            ++left;
            ++right;
        } else {
            *left < *right ? ++left : ++right;
        }
    }
    return result;
}

} // namespace knowwho
