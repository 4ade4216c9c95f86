// SPDX-License-Identifier: MIT
// Asking public sources, as `enrich` and `brief` do it.
#pragma once

#include "app/steps.hpp"
#include "enrich/network.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace knowwho {

/// What the user says about the network.
struct NetworkWishes {
    std::vector<std::string> sources; ///< just these; empty: those that are on
    std::vector<std::string> about;   ///< just these people (name, part of one, or id); empty: those worth it
    int people = 20;
    int requests = 400;
    int minutes = 15;
    bool plan = false;                ///< print what would be asked, send nothing
};

/// Where the user's own recipes lie: $XDG_CONFIG_HOME/knowwho/sources, by default below ~/.config.
std::filesystem::path own_sources_folder();

/// Adds --source, --person, --budget, --requests, --minutes and --plan.
void declare_network(Options& options, NetworkWishes& wishes);

/// User-Agent, proxy, authority and stand-in as the environment says (see ask_network).
ConnectionOptions connection_options();

/// A plan with what it is about.
struct NetworkPlan {
    Plan plan;
    PlanBudget budget;
    std::vector<Attendance> roster;
    std::vector<SourceRecipe> recipes;
};

/// Who would be asked about whom; sends nothing. `ranking` may be null: then by the order of the list.
NetworkPlan plan_network(Notebook const& notebook, Event const& event, Ranking const* ranking, NetworkWishes const& wishes, Instant now,
    std::vector<Problem>& problems);

/// Asks about the people worth it by the list-only score (`goals` may be null: by the order of the list), and
/// prints the plan or the outcome. Reads from the environment: keys and own servers of the recipes,
/// KNOWWHO_CONTACT (a page or address for the User-Agent), HTTPS_PROXY, CURL_CA_BUNDLE, and KNOWWHO_REPLAY
/// (the address of a replay server on loopback that is asked instead of every host). Sets `stopped` when the
/// watch says stop; the caller then ends with Interrupted.
NetworkResult ask_network(Notebook& notebook, Event const& event, Goals const* goals, NetworkWishes const& wishes, Context& context,
    std::vector<Problem>& problems);

} // namespace knowwho
