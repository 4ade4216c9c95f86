// SPDX-License-Identifier: MIT
// The view of a model outside: how near the vectors are that it gave of needs and texts.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace knowwho {

/// What a model gave; a vector without numbers is not known. All others are of one size and finite.
struct TextVectors {
    std::vector<std::vector<float>> texts; ///< one per text of the corpus; none at all: no model is in use
    std::vector<std::vector<float>> needs; ///< one per need
    double weight = 1;                     ///< of the view in the blend

    bool are_known() const noexcept { return !texts.empty() && weight > 0; }
};

/// By how much each text is nearer to the need than texts usually are: cosine above its mean over the texts, else 0.
/// The cosines of one model crowd around a value of its own, which says nothing. 0 where no vector is known.
std::vector<float> likeness_by_vectors(TextVectors const& vectors, std::size_t need);

} // namespace knowwho
