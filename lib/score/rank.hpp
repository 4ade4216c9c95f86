// SPDX-License-Identifier: MIT
// The heart: every candidate scored for every goal, reasons first, best first.
#pragma once

#include "model/date.hpp"
#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "model/watch.hpp"
#include "relevance/vector_view.hpp"
#include "score/signal_weights.hpp"

#include <span>
#include <vector>

namespace knowwho {

/// One match per candidate, best first: those who can be targets before those who can't, then by
/// score, then by name as written, then by person and attendance. The score is the mean of the
/// goals' scores by their weights, plus what common ground, offers and reach add (`score/value.hpp`).
/// Sentences are in the briefing's language. `today` gives evidence its age. The order of the
/// candidates does not matter to the scores. Throws Interrupted when asked to stop.
/// `weights` are factors on the shares of the reasons that outcomes have taught (`score/signal_weights.hpp`).
/// `vectors`: what a model made of plain_texts_of() these candidates and of what the goals want, if one is in
/// use; without it nothing is missing.
std::vector<Match> rank(std::span<Candidate const> candidates, Goals const& goals, PartialDate today, Watch const& watch,
    SignalWeights const& weights = {}, TextVectors const& vectors = {});

} // namespace knowwho
