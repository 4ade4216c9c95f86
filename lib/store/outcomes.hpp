// SPDX-License-Identifier: MIT
// Tables `target`, `outcome` and `weight_step`: whom one meant to meet, what it was worth, what that taught.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// The people of the sheet in their order, in place of those of an earlier one. One transaction.
void save_targets(Notebook& notebook, EventId event, std::span<PersonId const> targets);

/// In the order of the sheet; empty if there was none.
std::vector<PersonId> targets(Notebook const& notebook, EventId event);

/// What the user says a talk was worth for a goal.
struct TalkOutcome {
    PersonId person;
    EventId event;
    std::string goal;
    int worth = 0; ///< 0 nothing, 1 something, 2 much
    Instant said_at{};
};

/// A newer word replaces the older one.
void save_outcome(Notebook& notebook, TalkOutcome const& outcome);

/// Takes back what was said of a person from that moment on.
void delete_outcomes(Notebook& notebook, PersonId person, Instant since);

/// Of one event, or of all: by event, person, goal.
std::vector<TalkOutcome> outcomes(Notebook const& notebook, EventId event);
std::vector<TalkOutcome> outcomes(Notebook const& notebook);

/// Factors by the name of the signal; what is missing is 1.
using LearntFactors = std::map<std::string, double, std::less<>>;

/// Those in force; empty if nothing was learnt.
LearntFactors learnt_factors(Notebook const& notebook);
void save_learnt_factors(Notebook& notebook, LearntFactors const& factors, Instant now);

/// Takes the last step back. False if there is none.
bool take_back_learnt_factors(Notebook& notebook);

} // namespace knowwho
