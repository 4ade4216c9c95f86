// SPDX-License-Identifier: MIT
// Which of the sources there are get asked, and what of the environment they read.
#pragma once

#include "enrich/source_recipe.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// The recipes that are asked: those on by themselves, or, with `names`, just these, whatever they are by
/// themselves. Throws Error (usage) for a name there is none of; LinkedIn and XING are told why not.
std::vector<SourceRecipe> chosen_recipes(std::vector<SourceRecipe> recipes, std::vector<std::string> const& names);

/// The environment variables that the recipes would read.
std::vector<std::string> setting_names(std::vector<SourceRecipe> const& recipes);

} // namespace knowwho
