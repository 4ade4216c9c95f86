// SPDX-License-Identifier: MIT
// Vectors of a model that goals.toml names: asked for where the network may be asked, else what is kept of them.
#pragma once

#include "app/command.hpp"
#include "model/goals.hpp"
#include "model/person.hpp"
#include "model/problem.hpp"
#include "relevance/vector_view.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What `--source` calls the model.
inline constexpr std::string_view embeddings_source = "embeddings";

/// What the notebook keeps of the goals' model; none at all if the goals name no model or it was never asked.
TextVectors kept_vectors(Notebook const& notebook, std::span<Candidate const> candidates, Goals const& goals);

/// Asks the goals' model for the vectors that are missing, if they name one. Says on standard error who is asked and
/// what leaves the machine before the first request; keeps each batch. What goes wrong is a problem, and nothing is
/// missing without it. At most 5,000 texts are asked for, those of the best ranked first.
void ask_for_embeddings(Notebook& notebook, Event const& event, Goals const& goals, Context& context, std::vector<Problem>& problems);

/// The sentence on who would be asked about how many texts; empty if nothing is missing.
std::string planned_embeddings(Notebook const& notebook, Event const& event, Goals const& goals);

/// Whether a model is in use at the event used last, and which; for `doctor` and `sources`.
std::string embeddings_in_use(std::filesystem::path const& notebook);

} // namespace knowwho
