// SPDX-License-Identifier: MIT
// The words of a need in their order: pairs of neighbouring words.
#pragma once

#include "relevance/corpus.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace knowwho {

/// The cosine of √tf · rarity over pairs of neighbouring terms, stop words between them left out.
class PairView {
public:
    /// Looks at the texts of the pool only.
    PairView(Corpus const& corpus, std::span<TextId const> pool);

    /// `need`: its terms in order. `likeness` gets one value per text of the pool.
    void compare(std::span<TermId const> need, std::vector<float>& likeness) const;

private:
    struct Entry {
        std::uint32_t place;
        float root;
    };
    float rarity(std::size_t texts) const noexcept;

    std::unordered_map<std::uint64_t, std::vector<Entry>> m_pairs;
    std::vector<float> m_lengths;
};

} // namespace knowwho
