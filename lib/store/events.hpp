// SPDX-License-Identifier: MIT
// Table `event`: the conferences of the notebook.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

struct Event {
    EventId id;
    std::string name;
    std::string place;
    std::optional<PartialDate> starts;
    std::optional<PartialDate> ends;
    Instant last_used{};
};

/// The event of that name (made if there is none); place and dates are taken over where given.
EventId ensure_event(Notebook& notebook, Event const& event);

std::optional<Event> find_event(Notebook const& notebook, std::string_view name);

/// All events, the one used last first.
std::vector<Event> events(Notebook const& notebook);

/// Keeps the text of the goals.toml that was used for the event, so that later commands need no file.
void save_goals(Notebook& notebook, EventId event, std::string_view toml);

/// The text kept last, or empty.
std::string goals_text(Notebook const& notebook, EventId event);

} // namespace knowwho
