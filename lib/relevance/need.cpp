// SPDX-License-Identifier: MIT
#include "relevance/need.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr float words_of_a_sentence = 15;
constexpr float words_of_a_paragraph = 25;

} // namespace

float Need::share_of_paragraph() const noexcept
{
    auto const spoken = static_cast<float>(sequence.size());
    return std::clamp((spoken - words_of_a_sentence) / (words_of_a_paragraph - words_of_a_sentence), 0.0F, 1.0F);
}

} // namespace knowwho
