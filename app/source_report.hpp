// SPDX-License-Identifier: MIT
// Recipes and readings of sources as text for people and machines.
#pragma once

#include "enrich/source_reader.hpp"
#include "enrich/source_recipe.hpp"

#include <span>
#include <string>
#include <string_view>

namespace knowwho {

std::string sources_as_table(std::span<SourceRecipe const> recipes);
std::string sources_as_json(std::span<SourceRecipe const> recipes);

/// The manners of a recipe, and for an invented person the address of each step.
std::string recipe_as_text(SourceRecipe const& recipe);

struct StepReading {
    std::string step;
    SourceReading reading;
};

/// Reads an answer by the named step, or by the first step that finds something in it. Throws Error
/// (usage) if there is no step of that name.
StepReading read_by_step(SourceRecipe const& recipe, std::string_view step, int status, std::string_view body);

std::string reading_as_text(std::string_view step, SourceReading const& reading);

} // namespace knowwho
