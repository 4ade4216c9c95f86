// SPDX-License-Identifier: MIT
// The three to five people worth meeting, chosen together, and who steps in for them.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <span>

namespace knowwho {

/// Chooses up to `most` targets that together serve the goals by their weights, though some may not
/// come: the sum over the goals of weight · (1 - Π (1 - chance · score)) is made as large as greedy
/// choice with exchange of one and of two can (Nemhauser, Wolsey, Fisher 1978), at most one person per organisation
/// unless a goal asks for that organisation. From the third target on, each must still add something.
/// Pinned people have the first seats, whatever their house and their use; those for whom there is none are
/// the first reserves. Excluded people and those who serve no goal are never chosen otherwise. Where the event's plan
/// wants serendipity, a person nobody planned has the last seat (`score/serendipity.hpp`), which is the fifth, or one
/// more than the goals fill.
/// `matches` as made by rank() from the same candidates; indices in the result point into it.
Shortlist choose(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals,
                 std::size_t most = 5);

/// What choose() maximises, 0 to 1: the expected share of the goals' weight that a set serves.
double expected_coverage(std::span<std::size_t const> chosen, std::span<Match const> matches,
                         std::span<Candidate const> candidates, Goals const& goals);

} // namespace knowwho
