// SPDX-License-Identifier: MIT
// vCards, and the people invited by calendar entries.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

bool looks_like_vcard(std::string_view text);
bool looks_like_calendar(std::string_view text);

/// One row per card (vCard 2.1, 3 and 4).
FoundTables read_vcards(std::string_view text, Texts& texts);

/// One row per attendee and organiser of an iCalendar file, with the answer they gave.
FoundTables read_calendar(std::string_view text, Texts& texts);

} // namespace knowwho
