// SPDX-License-Identifier: MIT
// The seat for a person nobody planned.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace knowwho {

/// Somebody whom no goal asks for (all scores under 0.15) and about whom there is something to begin with: a snippet
/// or a talk. Of these the one with most of: something in common, an offer of the user's that fits, a role that is
/// rare on this list; by how far they are from the goals and the chance that they come, of equals the one ranked
/// first. Nobody who is excluded, marked, among `chosen`, or of the house of one of them; empty if there is no such
/// person.
std::optional<Unplanned> person_nobody_planned(std::span<Match const> matches, std::span<Candidate const> candidates, Goals const& goals,
    std::span<std::size_t const> chosen);

} // namespace knowwho
