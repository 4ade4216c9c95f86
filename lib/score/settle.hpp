// SPDX-License-Identifier: MIT
// From what was found to the order: nothing but sums, so that weights and marks can be moved at once.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "score/signal_weights.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// Sums up the scores by the weights of the goals and of what stands beside them, honours the marks of
/// the candidates, and sorts best first: those who can be targets before those who can't, then by score
/// (less than a millionth is no difference), then by name as written, then by person and attendance. A veto excludes; a pin lifts what the goals
/// rule out, but brings nobody who does not come. Of the goals only weights count: after a change of
/// weights or marks the result is that of rank() with the same ones. `learnt` as in rank().
void settle(std::vector<Match>& matches, std::span<Candidate const> candidates, Goals const& goals, SignalWeights const& learnt = {});

} // namespace knowwho
