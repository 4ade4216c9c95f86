// SPDX-License-Identifier: MIT
// Table `change`: what was decided in the review, one row per click, so that it can be undone.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

using ChangeId = Id<struct ChangeThing>;

struct StoredChange {
    ChangeId id;
    EventId event;
    PersonId person;          ///< 0: about the event
    std::string what;         ///< "mark", "note", …
    std::int64_t subject = 0; ///< of what, if the person has several
    std::string before;
    std::string after;
    Instant made_at{};
};

ChangeId add_change(Notebook& notebook, StoredChange const& change);
void delete_change(Notebook& notebook, ChangeId change);

/// Those of an event, newest first; or those about one person at any event.
std::vector<StoredChange> changes(Notebook const& notebook, EventId event, std::size_t limit);
std::vector<StoredChange> changes(Notebook const& notebook, PersonId person, std::size_t limit);

std::optional<StoredChange> newest_change(Notebook const& notebook, EventId event);

} // namespace knowwho
