// SPDX-License-Identifier: MIT
// PERSON on the command line: a name, part of one, or an id.
#pragma once

#include "model/person.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace knowwho {

/// The id that `words` are, if they are one.
std::optional<PersonId> person_id_in(std::string_view words);

/// The one candidate that `words` name. Throws Error (usage) if nobody fits (with who may have been
/// meant), or if several do (listing them with their ids).
std::size_t named_person(std::span<Candidate const> candidates, std::string const& words);

/// Whether every word of `wanted`, which fold_name() has folded, begins a word of `names`, however they are spelt and
/// marked: if not, no name made of these parts can be meant.
bool may_be_named(std::string_view names, std::string_view wanted);

} // namespace knowwho
