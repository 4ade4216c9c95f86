// SPDX-License-Identifier: MIT
// What several commands do on their way: goals, event, lists, pages, problems.
#pragma once

#include "app/command.hpp"
#include "import/importer.hpp"
#include "import/list_reading.hpp"
#include "model/goals.hpp"
#include "model/match.hpp"
#include "model/person.hpp"
#include "model/problem.hpp"
#include "store/events.hpp"
#include "store/notebook.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// The goals of a file, with its text to keep.
struct ReadGoals {
    Goals goals;
    std::string text;
};

ReadGoals read_goals(std::string const& file);

/// The goals of `file` if one is named, else those kept with the event, with what was decided in the notebook.
/// Throws Error (usage) if there are none.
ReadGoals goals_and_text_for(Notebook const& notebook, Event const& event, std::string const& file);
Goals goals_for(Notebook const& notebook, Event const& event, std::string const& file);

/// The same without what was decided.
ReadGoals written_goals(Notebook const& notebook, Event const& event, std::string const& file);

/// The event of that name, or the one used last if `name` is empty. Throws Error (usage) naming the events there are.
Event chosen_event(Notebook const& notebook, std::string const& name);

/// The ranked roster of an event and what was chosen from it.
struct Ranking {
    std::vector<Candidate> candidates;
    std::vector<Match> matches;
    Shortlist shortlist;
};

Ranking rank_event(Notebook const& notebook, Event const& event, Goals const& goals, Context const& context, std::size_t targets = 5);

/// Prints problems on standard error: the first few without mere notes, or all when verbose; nothing when quiet.
void print_problems(Context& context, std::span<Problem const> problems);

/// Writes a result to a file, or to standard output for "-".
void put(Context& context, std::string const& file, std::string const& bytes);

/// `done_with_problems` if one of them is more than a note.
ExitCode exit_code_for(std::span<Problem const> problems);

/// Whether a reason counts for more than what is printed as 0.00.
bool is_told(Reason const& reason);

/// "1 person", "240 people".
std::string count_of(std::int64_t count, std::string_view one, std::string_view many);

} // namespace knowwho
