// SPDX-License-Identifier: MIT
// Two views that see past the words: what a need and a text are both near to.
#pragma once

#include "relevance/neighbours.hpp"

#include <span>
#include <vector>

namespace knowwho {

inline constexpr std::size_t concepts_per_text = 100;
inline constexpr std::size_t graph_neighbours = 20;

/// Explicit semantic analysis (Gabrilovich and Markovitch 2007) with the event's own texts as
/// concepts: a text becomes the vector of its nearness to its 100 nearest (1 to itself), of unit
/// length; the likeness is the cosine of two such vectors.
class ConceptView {
public:
    explicit ConceptView(Neighbours const& neighbours);

    /// `lexical`: the need's likeness to each text of the pool. `likeness` gets one value per text.
    void compare(std::span<float const> lexical, std::vector<float>& likeness) const;

private:
    std::vector<Neighbour> m_entries;
    std::vector<std::size_t> m_begins{0};
};

/// Ranking on data manifolds (Zhou et al. 2004): a walk from the need over the graph that ties each
/// text to its 20 nearest, symmetrically normalised, going on with probability 0.9 at each step.
class WalkView {
public:
    explicit WalkView(Neighbours const& neighbours);

    void compare(std::span<float const> lexical, std::vector<float>& likeness) const;

private:
    std::vector<Neighbour> m_edges;
    std::vector<std::size_t> m_begins{0};
    std::vector<float> m_degrees;
};

} // namespace knowwho
