// SPDX-License-Identifier: MIT
// The fixed clock of forgetting: people never met go 30 days after the event.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <chrono>
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

/// Deletes everybody whose date has come, and rewrites the file if there were any. Returns how many.
int purge(Notebook& notebook, Instant now);

} // namespace knowwho
