// SPDX-License-Identifier: MIT
// Who is asked about whom, in which order, within a budget: decided before anything is sent.
#pragma once

#include "enrich/source_inquiry.hpp"
#include "enrich/source_recipe.hpp"
#include "model/person.hpp"
#include "store/fetch_state.hpp"

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// What the list alone says about how much a person may be worth: a score's range, 0 to 1.
struct PersonInterest {
    PersonId person;
    double low = 0;
    double high = 1;
};

/// How much may be spent.
struct PlanBudget {
    int people = 20;
    int requests = 400;
    std::chrono::minutes minutes{15};
};

/// The name under which a visit to the organisation's own site is planned and kept.
inline constexpr std::string_view website_source = "website";

/// One source to be asked about one person.
struct PlannedAsk {
    std::size_t attendance = 0; ///< index into the roster
    std::string source;
    double gain = 0;            ///< expected: the person's interest times what the source adds for such a person
    int requests = 0;           ///< about
    double seconds = 0;         ///< that its pace costs, about
    std::string reason;         ///< why it is not asked; empty if it is
};

struct Plan {
    std::vector<PlannedAsk> asks;   ///< in the order of asking
    std::vector<PlannedAsk> passed; ///< left out, with the reason
    std::vector<std::size_t> people; ///< chosen, most interesting first
    int requests = 0;               ///< about, in all
    double seconds = 0;             ///< about: the slowest source decides
};

/// Plans for a roster. `known` is what earlier runs came to: what is still fresh is not asked again.
/// Without an interest a person counts as wholly unknown. The same input gives the same plan.
Plan make_plan(std::span<Attendance const> roster, std::span<SourceRecipe const> recipes, std::span<PersonInterest const> interest,
    std::span<SourceState const> known, SourceSettings const& settings, PlanBudget const& budget, Instant now);

/// The plan as a table for people, with the budget that it keeps to.
std::string plan_as_table(Plan const& plan, PlanBudget const& budget, std::span<Attendance const> roster, std::span<SourceRecipe const> recipes);

} // namespace knowwho
