// SPDX-License-Identifier: MIT
// Saved pages into snippets, as `enrich` and `brief` do it.
#pragma once

#include "app/steps.hpp"
#include "enrich/saved_pages.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// Reads the pages of `folder` for the event's people; nothing if `folder` is empty. Problems are
/// added to `problems`. Throws Error (input) if it is not a folder.
EnrichResult enrich_from(Notebook& notebook, EventId event, std::string const& folder, Goals const* goals,
    Context const& context, std::vector<Problem>& problems);

} // namespace knowwho
