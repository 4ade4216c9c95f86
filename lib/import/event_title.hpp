// SPDX-License-Identifier: MIT
// The name of the event, as the list itself says it.
#pragma once

#include <string>
#include <vector>

namespace knowwho {

/// The part of the titles that names an event: "Teilnehmerliste – Pumpentag 2026 (Stand: 3. Mai)" gives "Pumpentag 2026".
/// Empty if no part looks like a name.
std::string event_title(std::vector<std::string> const& titles);

} // namespace knowwho
