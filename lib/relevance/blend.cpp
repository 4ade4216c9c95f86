// SPDX-License-Identifier: MIT
#include "relevance/blend.hpp"

#include "relevance/lexical_view.hpp"
#include "relevance/neighbours.hpp"
#include "relevance/pair_view.hpp"
#include "relevance/semantic_views.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knowwho {
namespace {

constexpr std::size_t pool_limit = 1500;

// Weights of the other views beside 1 for the words.
constexpr double weight_of_concepts = 1;
constexpr double weight_of_walk = 0.5;
constexpr double weight_of_pairs = 0.5;

// Among fewer texts everybody is everybody's neighbour, and a walk leads nowhere.
constexpr double texts_for_a_walk = 10 * graph_neighbours;

// A goal of a sentence has few words: what they are near to by chance, and pairs of them, would drown
// them. A text of a paragraph has words enough to be near to the right things.
constexpr double words_of_a_sentence = 15;
constexpr double words_of_a_paragraph = 25;

using Table = std::vector<std::vector<float>>;

/// The texts that some need is likest to; all if there are few.
std::vector<TextId> pool_of(Table const& lexical, std::size_t texts)
{
    auto pool = std::vector<TextId>(texts);
    std::iota(pool.begin(), pool.end(), TextId{0});
    if (texts <= pool_limit) {
        return pool;
    }
    auto best = std::vector<float>(texts, 0);
    for (auto const& row : lexical) {
        for (std::size_t text = 0; text < texts; ++text) {
            best[text] = std::max(best[text], row[text]);
        }
    }
    auto const liker = [&](TextId a, TextId b) { return best[a] != best[b] ? best[a] > best[b] : a < b; };
    std::nth_element(pool.begin(), pool.begin() + pool_limit, pool.end(), liker);
    pool.resize(pool_limit);
    std::sort(pool.begin(), pool.end());
    return pool;
}

double deviation(Table const& table)
{
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (auto const& row : table) {
        for (double const value : row) {
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    auto const mean = count > 0 ? sum / count : 0;
    return count > 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0;
}

/// Adds `weight` standard deviations' worth of a view to the blend.
void add_view(Table const& view, double weight, std::vector<double> const& shares, Table& blend)
{
    auto const scale = deviation(view);
    if (!(scale > 0)) {
        return;
    }
    for (std::size_t need = 0; need < view.size(); ++need) {
        auto const factor = static_cast<float>(weight * shares[need] / scale);
        for (std::size_t place = 0; place < view[need].size(); ++place) {
            blend[need][place] += factor * view[need][place];
        }
    }
}

/// How much of the concepts and pairs a need takes, 0 to 1.
double share_of_paragraph(Need const& need)
{
    auto const words = static_cast<double>(need.sequence.size());
    return std::clamp((words - words_of_a_sentence) / (words_of_a_paragraph - words_of_a_sentence), 0.0, 1.0);
}

/// The values of the texts of the pool.
Table restricted(Table const& table, std::vector<TextId> const& pool)
{
    auto result = Table(table.size());
    for (std::size_t need = 0; need < table.size(); ++need) {
        for (auto const text : pool) {
            result[need].push_back(table[need][text]);
        }
    }
    return result;
}

/// All views of the texts in the pool, blended on the scale of the words' cosine.
Table blended(Corpus const& corpus, std::vector<TextId> const& pool, std::span<Need const> needs, Table const& words,
              std::vector<double> const& shares)
{
    auto const scale = deviation(words);
    if (!(scale > 0)) {
        return words;
    }
    auto const neighbours = Neighbours{corpus, pool, concepts_per_text};
    auto const walk_weight = weight_of_walk * std::min(1.0, static_cast<double>(pool.size()) / texts_for_a_walk);
    auto const concept_view = ConceptView{neighbours};
    auto const walk_view = WalkView{neighbours};
    auto const pair_view = PairView{corpus, pool};
    auto concepts = Table(needs.size());
    auto walks = Table(needs.size());
    auto pairs = Table(needs.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        concept_view.compare(words[i], concepts[i]);
        walk_view.compare(words[i], walks[i]);
        pair_view.compare(needs[i].sequence, pairs[i]);
    }
    auto blend = Table(needs.size(), std::vector<float>(pool.size(), 0));
    add_view(words, 1, std::vector<double>(needs.size(), 1), blend);
    add_view(concepts, weight_of_concepts, shares, blend);
    add_view(walks, walk_weight, std::vector<double>(needs.size(), 1), blend);
    add_view(pairs, weight_of_pairs, shares, blend);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        auto const weights = 1 + walk_weight + shares[i] * (weight_of_concepts + weight_of_pairs);
        for (auto& value : blend[i]) {
            value *= static_cast<float>(scale / weights);
        }
    }
    return blend;
}

} // namespace

std::vector<std::vector<float>> likeness_of_texts(Corpus const& corpus, std::span<Need const> needs)
{
    auto likeness = Table(needs.size());
    auto shares = std::vector<double>{};
    for (std::size_t i = 0; i < needs.size(); ++i) {
        lexical_likeness(corpus, needs[i], likeness[i]);
        shares.push_back(share_of_paragraph(needs[i]));
    }
    auto const pool = pool_of(likeness, corpus.size());
    auto const blend = blended(corpus, pool, needs, restricted(likeness, pool), shares);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        for (std::size_t place = 0; place < pool.size(); ++place) {
            likeness[i][pool[place]] = blend[i][place];
        }
    }
    return likeness;
}

} // namespace knowwho
