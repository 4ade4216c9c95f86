// SPDX-License-Identifier: MIT
// `enrich` from the network: public sources and organisations' own sites become quotes about people.
#pragma once

#include "enrich/kept_findings.hpp"
#include "enrich/plan.hpp"
#include "enrich/source_inquiry.hpp"
#include "enrich/source_recipe.hpp"
#include "fetch/fetcher.hpp"
#include "model/goals.hpp"
#include "model/ids.hpp"
#include "model/problem.hpp"
#include "model/watch.hpp"
#include "store/fetch_state.hpp"

#include <functional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct NetworkOptions {
    FetchOptions fetch;                 ///< User-Agent, proxy, limits; tests permit loopback here
    std::vector<SourceRecipe> recipes;  ///< chosen_recipes() of what there is
    SourceSettings settings;            ///< keys and own servers by environment variable; never printed or kept
    std::vector<PersonInterest> interest; ///< by the list-only score; empty: everybody counts alike, in the list's order
    PlanBudget budget;
    bool websites = true;               ///< visit the organisations' own sites
};

struct NetworkResult : FindingCounts {
    Plan plan;
    std::vector<SourceState> states; ///< what this run came to, by person, then source; not asked included
    int requests = 0;                ///< sent on the wire
    int pages = 0;                   ///< pages and pieces that name somebody
    bool stopped = false;            ///< asked to stop, or out of time: run it again to go on
    std::vector<Problem> problems;   ///< sources that failed or asked for patience, once each
};

/// What would be asked; sends nothing.
Plan plan_for_event(Notebook const& notebook, EventId event, NetworkOptions const& options, Instant now);

/// Asks, and stores pages, snippets, links and states, one source and person per transaction: a stop or a
/// kill loses what is in flight, and the page cache spares its repetition. Answers to a stop of the watch
/// by finishing the write and returning with `stopped` set. `goals` may be null.
NetworkResult enrich_from_network(Notebook& notebook, EventId event, Goals const* goals, NetworkOptions const& options, Clock& clock,
    Watch const& watch);

/// The outcome as a table for people: per person what was found, and what was not asked and why.
std::string outcome_as_table(NetworkResult const& result, Notebook const& notebook, EventId event);

} // namespace knowwho
