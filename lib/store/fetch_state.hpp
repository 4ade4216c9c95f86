// SPDX-License-Identifier: MIT
// Table `source_state`: what became of asking a source about a person, so that nothing is asked twice.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

enum class AskState {
    found,     ///< something was read about a bearer of the name
    nothing,   ///< asked; the source has nothing
    not_asked, ///< budget, missing details or the source's own limits; worth asking another time
    refused,   ///< robots rules, terms or the address guard forbid it
    failed,    ///< broken off or not understood
};

struct SourceState {
    PersonId person;
    std::string source;
    AskState state = AskState::not_asked;
    Instant asked_at{};
    int requests = 0;
    int snippets = 0;
    std::string detail; ///< one sentence, or empty
};

/// "found", "nothing", "not asked", "refused" or "failed".
std::string_view name_of(AskState state);

/// Stores what became of it, in place of what was known before.
void save_source_state(Notebook& notebook, SourceState const& state);

/// Everything known about asking for the people of an event, by person, then source.
std::vector<SourceState> source_states(Notebook const& notebook, EventId event);

} // namespace knowwho
