// SPDX-License-Identifier: MIT
// Which texts of a corpus are near each other: the ground that the semantic views stand on.
#pragma once

#include "relevance/corpus.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace knowwho {

/// A text of the pool, counted from 0, and how near it is.
struct Neighbour {
    std::uint32_t place = 0;
    float nearness = 0; ///< cosine of √tf · rarity, 0 to 1
};

/// A pool of texts, the ones that may matter, and for each its nearest in the pool.
class Neighbours {
public:
    /// Compares all texts of the pool with each other through an index of their own; the `most`
    /// nearest are kept. Cost: the sum over the terms of (texts with it)², some 1 ns each.
    Neighbours(Corpus const& corpus, std::vector<TextId> pool, std::size_t most);

    std::size_t size() const noexcept { return m_pool.size(); }
    TextId text(std::size_t place) const noexcept { return m_pool[place]; }

    /// The others nearest to the text at `place`, nearest first.
    std::span<Neighbour const> nearest(std::size_t place) const noexcept
    {
        return {m_nearest.data() + m_begins[place], m_nearest.data() + m_begins[place + 1]};
    }

private:
    void index(Corpus const& corpus);
    /// Scratch: nearness by place, and which places are not 0.
    struct Sums {
        std::vector<float> of;
        std::vector<std::uint32_t> touched;
    };
    std::vector<Neighbour> find_nearest(Corpus const& corpus, std::size_t place, std::size_t most, Sums& sums) const;

    std::vector<TextId> m_pool;
    std::vector<Neighbour> m_nearest;
    std::vector<std::size_t> m_begins{0};
    std::vector<Neighbour> m_texts_of_term; ///< the pool's own index, weights divided by the length
    std::vector<std::size_t> m_term_begins;
};

/// Sorts by falling nearness, then by place, and keeps the first `most`.
void keep_nearest(std::vector<Neighbour>& neighbours, std::size_t most);

} // namespace knowwho
