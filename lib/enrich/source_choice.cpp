// SPDX-License-Identifier: MIT
#include "enrich/source_choice.hpp"

#include "enrich/plan.hpp"
#include "model/error.hpp"
#include "text/ascii.hpp"
#include "text/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace knowwho {

std::vector<SourceRecipe> chosen_recipes(std::vector<SourceRecipe> recipes, std::vector<std::string> const& names)
{
    auto known = std::vector<std::string_view>{website_source};
    for (auto const& recipe : recipes) {
        known.push_back(recipe.name);
    }
    for (auto const& name : names) {
        auto const plain = ascii_lower(name.substr(0, name.find('.')));
        if (plain == "linkedin" || plain == "xing") {
            throw Error{ExitCode::usage, fmt::format("{} is never fetched: its terms forbid reading profiles by programs", plain == "xing" ? "XING" : "LinkedIn"),
                "your own export of contacts can be imported with 'knowwho import'"};
        }
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            auto const meant = did_you_mean(name, known);
            throw Error{ExitCode::usage, fmt::format("there is no source '{}'", name),
                meant.empty() ? "'knowwho sources' lists them" : fmt::format("did you mean '{}'?", meant)};
        }
    }
    std::erase_if(recipes, [&](SourceRecipe const& recipe) {
        return names.empty() ? !recipe.on : std::find(names.begin(), names.end(), recipe.name) == names.end();
    });
    return recipes;
}

std::vector<std::string> setting_names(std::vector<SourceRecipe> const& recipes)
{
    auto names = std::vector<std::string>{};
    for (auto const& recipe : recipes) {
        for (auto const* const name : {&recipe.key_env, &recipe.base_env}) {
            if (!name->empty()) {
                names.push_back(*name);
            }
        }
    }
    return names;
}

} // namespace knowwho
