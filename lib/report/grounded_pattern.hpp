// SPDX-License-Identifier: MIT
// Proves that a sentence is a pattern with its slots filled from the cited sources, and nothing more.
#pragma once

#include "report/cited_sources.hpp"
#include "report/patterns.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The values that a slot may have.
using SlotValues = std::function<std::vector<std::string>(std::string_view slot)>;

/// Whether `sentence` is `pattern` with every slot replaced by one of its values.
bool says_exactly(std::string_view pattern, std::string_view sentence, SlotValues const& values);

/// The values that the cited sources and the goals allow for the slots of an opener.
std::vector<std::string> values_for_opener(std::string_view slot, CitedSources const& cited, Goals const& goals);

/// Whether the cited sources are of the kind that the opener speaks of: an article by the person,
/// an interview, a talk, …
bool has_such_a_source(OpenerKind kind, CitedSources const& cited, Goals const& goals);

} // namespace knowwho
