// SPDX-License-Identifier: MIT
// The fixed clock of forgetting: people never met go 30 days after the event.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace knowwho {

class Notebook;

inline constexpr std::chrono::days kept_after_event{30};

struct PurgeDate {
    PersonId person;
    Instant due{};
};

/// When whom; the earliest first, then by id.
std::vector<PurgeDate> purge_dates(Notebook const& notebook);

/// When one person goes; empty if they stay.
std::optional<Instant> purge_date(Notebook const& notebook, PersonId person);

/// Deletes everybody whose date has come, and rewrites the file if there were any, or if an earlier
/// deletion was stopped before it. Returns how many.
int purge(Notebook& notebook, Instant now);

} // namespace knowwho
