// SPDX-License-Identifier: MIT
// Which words of the goals stand nowhere on the roster (`knowwho goals check` tells), and which are not known
// of one person (`knowwho explain` tells).
#pragma once

#include "model/goals.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// The words of one goal that nobody's row or evidence has, in no form and in neither language.
struct UnmetWords {
    std::size_t goal = 0; ///< index into Goals::goals
    std::vector<std::string> words; ///< as the goal writes them, in its order
};

/// One entry per goal that has such words.
std::vector<UnmetWords> words_not_on_roster(Goals const& goals, std::span<Candidate const> candidates);

/// Per goal the words, weightiest first and at most three, that nothing known about the person meets: a source
/// that names them would lift the person. No entry for goals of which every weighty word is met.
std::vector<UnmetWords> words_that_would_lift(Goals const& goals, Candidate const& candidate);

} // namespace knowwho
