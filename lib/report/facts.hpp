// SPDX-License-Identifier: MIT
// What may enter an opener: facts about one person, each with the source that carries it.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "report/briefing.hpp"
#include "report/met_before.hpp"
#include "report/patterns.hpp"

#include <vector>

namespace knowwho {

/// One thing to start from. `sources` is empty only for what the user says of themselves.
struct Fact {
    OpenerKind kind = OpenerKind::situation;
    Slots slots;
    std::vector<Source> sources;
    double strength = 0; ///< how specific, recent and near to a goal: 0 to 1; above 1 what only the user can know
};

/// The facts of one person, strongest first; the last one is always the situation on the spot.
/// Facts that touch on something sensitive are left out.
std::vector<Fact> facts_about(Candidate const& candidate, Match const& match, Goals const& goals, PartialDate today,
    MetBefore const* met = nullptr);

/// What the user noted about a text of or about that person, or nullptr.
ReadText const* reading_of(Page const& page, PersonName const& name, Goals const& goals);

/// Whether the page names the person among its authors.
bool is_author(Page const& page, PersonName const& name);

/// Whether the page's title says that it is one.
bool is_interview(Page const& page);

} // namespace knowwho
