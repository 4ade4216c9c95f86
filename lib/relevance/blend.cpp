// SPDX-License-Identifier: MIT
#include "relevance/blend.hpp"

#include "relevance/company_view.hpp"
#include "relevance/lexical_view.hpp"
#include "relevance/neighbours.hpp"
#include "relevance/pair_view.hpp"
#include "relevance/semantic_views.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knowwho {
namespace {

constexpr std::size_t pool_limit = 1000;

/// How much each view counts.
struct ViewWeights {
    double words = 0;
    double concepts = 0;
    double walk = 0;
    double pairs = 0;
    double company = 0;
};
constexpr auto of_sentence = ViewWeights{1, 0.25, 1, 0, 0};
constexpr auto of_paragraph = ViewWeights{0.5, 1, 1, 0.1, 0.6};

// Among fewer texts everybody is everybody's neighbour: what they have in common teaches less.
constexpr double texts_to_learn_from = 10 * graph_neighbours;

using Table = std::vector<std::vector<float>>;

/// The texts that some need is likest to; all if there are few. Equals are all in it or all left out, so that
/// the order of the texts makes no difference.
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
    auto const left_out = best[pool[pool_limit]];
    pool.resize(pool_limit);
    std::erase_if(pool, [&](TextId text) { return best[text] <= left_out; });
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

/// One view of all needs and the texts of the pool, and how much it counts for each need.
struct WeighedView {
    Table table;
    std::vector<double> weights;
};

/// Adds to the blend standard deviations' worth of a view.
void add_view(WeighedView const& view, Table& blend)
{
    auto const scale = deviation(view.table);
    if (!(scale > 0)) {
        return;
    }
    for (std::size_t need = 0; need < view.table.size(); ++need) {
        auto const factor = static_cast<float>(view.weights[need] / scale);
        for (std::size_t place = 0; place < view.table[need].size(); ++place) {
            blend[need][place] += factor * view.table[need][place];
        }
    }
}

/// The weight of one view for each need, by how much it is a paragraph.
std::vector<double> weights_for(std::span<Need const> needs, double ViewWeights::*view)
{
    auto weights = std::vector<double>{};
    for (auto const& need : needs) {
        weights.push_back(std::lerp(of_sentence.*view, of_paragraph.*view, need.share_of_paragraph()));
    }
    return weights;
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

/// The views of the texts in the pool, those that count for some need.
class Views {
public:
    Views(std::span<Need const> needs, Table const& words) : m_needs(needs), m_views{{words, weights_for(needs, &ViewWeights::words)}} {}

    /// `compare(need, likeness)`: what the view that `make` makes has to say of the need of that number.
    template <typename Make>
    void add(double ViewWeights::*weight, double factor, Make make)
    {
        auto weights = weights_for(m_needs, weight);
        if (std::ranges::all_of(weights, [](double w) { return w == 0; })) {
            return;
        }
        auto const compare = make();
        auto table = Table(m_needs.size());
        for (std::size_t i = 0; i < m_needs.size(); ++i) {
            weights[i] *= factor;
            compare(i, table[i]);
        }
        m_views.push_back({std::move(table), std::move(weights)});
    }

    /// What a model outside has to say; nothing of needs that it does not know.
    void add_vectors(Table table, TextVectors const& vectors)
    {
        auto weights = std::vector<double>{};
        for (auto const& need : vectors.needs) {
            weights.push_back(need.empty() ? 0 : vectors.weight);
        }
        m_views.push_back({std::move(table), std::move(weights)});
    }

    /// On the scale of the words' cosine.
    Table blended() const
    {
        auto const& words = m_views.front().table;
        auto blend = Table(m_needs.size(), std::vector<float>(words.empty() ? 0 : words.front().size(), 0));
        for (auto const& view : m_views) {
            add_view(view, blend);
        }
        auto const scale = deviation(words);
        for (std::size_t i = 0; i < m_needs.size(); ++i) {
            double weights = 0;
            for (auto const& view : m_views) {
                weights += view.weights[i];
            }
            for (auto& value : blend[i]) {
                value *= static_cast<float>(scale / weights);
            }
        }
        return blend;
    }

private:
    std::span<Need const> m_needs;
    std::vector<WeighedView> m_views;
};

/// One row per need; none where no model is in use.
Table likeness_by_vectors(TextVectors const& vectors)
{
    auto table = Table{};
    for (std::size_t need = 0; vectors.are_known() && need < vectors.needs.size(); ++need) {
        table.push_back(likeness_by_vectors(vectors, need));
    }
    return table;
}

/// Both, each by its deviation: whom only the vectors find is to be in the pool, too.
Table near_by_either(Table const& lexical, Table const& by_vectors)
{
    auto near = Table(lexical.size(), std::vector<float>(lexical.empty() ? 0 : lexical.front().size(), 0));
    add_view({lexical, std::vector<double>(lexical.size(), 1)}, near);
    add_view({by_vectors, std::vector<double>(by_vectors.size(), 1)}, near);
    return near;
}

Table blended(Corpus const& corpus, std::vector<TextId> const& pool, std::span<Need const> needs, Table const& words,
    Table const& by_vectors, TextVectors const& vectors)
{
    if (!(deviation(words) > 0)) {
        return words;
    }
    auto const neighbours = Neighbours{corpus, pool, concepts_per_text};
    auto const learnt = std::min(1.0, static_cast<double>(pool.size()) / texts_to_learn_from);
    auto views = Views{needs, words};
    views.add(&ViewWeights::concepts, learnt, [&] {
        return [&, view = ConceptView{neighbours}](std::size_t i, std::vector<float>& likeness) { view.compare(words[i], likeness); };
    });
    views.add(&ViewWeights::walk, learnt, [&] {
        return [&, view = WalkView{neighbours}](std::size_t i, std::vector<float>& likeness) { view.compare(words[i], likeness); };
    });
    views.add(&ViewWeights::pairs, 1, [&] {
        return [&, view = PairView{corpus, pool}](std::size_t i, std::vector<float>& likeness) { view.compare(needs[i].sequence, likeness); };
    });
    views.add(&ViewWeights::company, learnt, [&] {
        return [&, view = CompanyView{corpus, pool}](std::size_t i, std::vector<float>& likeness) { view.compare(needs[i].sequence, likeness); };
    });
    if (!by_vectors.empty()) {
        views.add_vectors(restricted(by_vectors, pool), vectors);
    }
    return views.blended();
}

} // namespace

std::vector<std::vector<float>> likeness_of_texts(Corpus const& corpus, std::span<Need const> needs, TextVectors const& vectors)
{
    auto likeness = Table(needs.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        lexical_likeness(corpus, needs[i], likeness[i]);
    }
    auto const by_vectors = likeness_by_vectors(vectors);
    auto const pool = pool_of(by_vectors.empty() ? likeness : near_by_either(likeness, by_vectors), corpus.size());
    auto const blend = blended(corpus, pool, needs, restricted(likeness, pool), by_vectors, vectors);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        for (std::size_t place = 0; place < pool.size(); ++place) {
            likeness[i][pool[place]] = blend[i][place];
        }
    }
    return likeness;
}

} // namespace knowwho
