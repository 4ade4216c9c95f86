// SPDX-License-Identifier: MIT
// From a person and a step of a recipe to the address that is asked.
#pragma once

#include "enrich/source_recipe.hpp"
#include "fetch/fetcher.hpp"
#include "model/person.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// Values for {parameters}, as plain text; they are encoded when they are put in.
using SourceParameters = std::map<std::string, std::string>;

/// The names of all parameters that a person, a setting or paging may give.
std::vector<std::string> known_parameters();

/// The names in braces, in order.
std::vector<std::string> parameters_in(std::string_view text);

/// What the list says of a person: given, family, name, family_given ("Family, Given"), initial,
/// organisation (without legal form), place, country, domain (of the web site or mail, not of a mail
/// provider), and handles that stand in the row: mastodon_user, mastodon_server, bluesky, github, orcid.
SourceParameters parameters_of(Attendance const& attendance);

/// The same with the name spelt otherwise, the list's own spelling first: ü as ue, then as u.
std::vector<SourceParameters> spellings_of(SourceParameters const& parameters, int most);

/// The step's address. Empty if a parameter has no value.
std::optional<std::string> fill_in(std::string_view text, SourceParameters const& parameters);

/// The first parameter that the step wants and nobody gives; empty if none.
std::string missing_parameter(SourceStep const& step, SourceParameters const& parameters);

/// The request of a step with the manners of its source. `key` may be empty.
std::optional<Fetch> request_for(SourceRecipe const& recipe, SourceStep const& step, SourceParameters const& parameters,
    std::string_view key);

} // namespace knowwho
