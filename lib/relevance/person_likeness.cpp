// SPDX-License-Identifier: MIT
#include "relevance/person_likeness.hpp"

#include <cmath>

namespace knowwho {
namespace {

constexpr double half_life_years = 3;
constexpr double prior_texts = 5;

} // namespace

double person_likeness(std::span<AgedLikeness const> texts) noexcept
{
    double sum = 0;
    for (auto const& text : texts) {
        sum += text.likeness * std::exp2(-text.age_years / half_life_years);
    }
    return sum * (1 + prior_texts) / (static_cast<double>(texts.size()) + prior_texts);
}

} // namespace knowwho
