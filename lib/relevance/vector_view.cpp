// SPDX-License-Identifier: MIT
#include "relevance/vector_view.hpp"

#include <algorithm>
#include <cmath>

namespace knowwho {
namespace {

double product(std::span<float const> a, std::span<float const> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        sum += static_cast<double>(a[i]) * b[i];
    }
    return sum;
}

double cosine_of(std::span<float const> a, std::span<float const> b)
{
    auto const lengths = std::sqrt(product(a, a) * product(b, b));
    return lengths > 0 ? product(a, b) / lengths : 0;
}

} // namespace

std::vector<float> likeness_by_vectors(TextVectors const& vectors, std::size_t need)
{
    auto likeness = std::vector<float>(vectors.texts.size(), 0);
    auto const& wanted = vectors.needs[need];
    double sum = 0;
    double known = 0;
    for (std::size_t text = 0; text < likeness.size() && !wanted.empty(); ++text) {
        if (!vectors.texts[text].empty()) {
            likeness[text] = static_cast<float>(cosine_of(wanted, vectors.texts[text]));
            sum += likeness[text];
            ++known;
        }
    }
    auto const usual = static_cast<float>(known > 0 ? sum / known : 0);
    for (std::size_t text = 0; text < likeness.size(); ++text) {
        likeness[text] = vectors.texts[text].empty() ? 0 : std::max(0.0F, likeness[text] - usual);
    }
    return likeness;
}

} // namespace knowwho
