// SPDX-License-Identifier: MIT
// The goals file and the decisions in the notebook, taken together.
#pragma once

#include "model/goals.hpp"
#include "store/judgements.hpp"

#include <string>
#include <string_view>

namespace knowwho {

class Notebook;

/// The goals as they are with what was decided in the notebook: chosen weights that the file has not
/// overtaken, and the reasons for texts that were read.
void add_decisions(Notebook const& notebook, EventId event, Goals& goals);

/// The chosen weights of goals and of what stands beside them, as they are to be kept: those that differ from what `written` says.
ChosenWeights weights_to_keep(Goals const& written, Goals const& wanted);

/// "name<tab>written<tab>chosen" each on a line.
std::string weights_as_text(ChosenWeights const& weights);

/// What weights_as_text() wrote.
ChosenWeights weights_from_text(std::string_view text);

} // namespace knowwho
