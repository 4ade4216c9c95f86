// SPDX-License-Identifier: MIT
// The one word that an opener about a subject speaks of.
#pragma once

#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"

#include <string>

namespace knowwho {

/// The longest of the words that matched which the user asks for by that very word, as a cited text in the sheet's
/// language has it, fit for the middle of a sentence; empty if there is none that can stand alone.
std::string topic_of(Candidate const& candidate, Goals const& goals, Reason const& reason);

} // namespace knowwho
