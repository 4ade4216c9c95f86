// SPDX-License-Identifier: MIT
// What the talks of an event were worth, and what all of them teach.
#pragma once

#include "app/command.hpp"
#include "score/signal_weights.hpp"
#include "store/contacts.hpp"
#include "store/events.hpp"
#include "store/outcomes.hpp"

#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// Somebody of the sheet, or somebody met besides.
struct OutcomeRow {
    Acquaintance person;
    std::size_t position = 0; ///< on the sheet, from 1; 0: not planned
    bool met = false;
    std::vector<TalkOutcome> outcomes; ///< by goal, as far as said
};

/// The targets in their order, then whoever else was met, by id.
std::vector<OutcomeRow> outcome_rows(Notebook const& notebook, Event const& event);

/// "nothing", "some" and "much".
std::string_view to_text_of_worth(int worth);

/// The goal of that name; `wanted` may be empty if the event has one goal only. Throws Error (usage) as note_outcome() does.
std::string chosen_goal(Notebook const& notebook, Event const& event, std::string const& wanted);

/// Notes what a talk was worth. `goal` may be empty if the event has one goal only. Throws Error (usage)
/// if the event has no goals, or none of that name.
void note_outcome(Notebook& notebook, Event const& event, PersonId person, std::string const& goal, std::string const& worth, Instant now);

/// Every rated talk with the reasons that spoke for the person, as they are without any learning.
std::vector<RatedTalk> rated_talks(Notebook const& notebook, Context const& context);

} // namespace knowwho
