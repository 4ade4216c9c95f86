// SPDX-License-Identifier: MIT
// Conference schedules in XML: pentabarf, frab, pretalx.
#pragma once

#include "import/found_tables.hpp"

#include <string_view>

namespace knowwho {

/// Whether the text is an XML document whose root is a schedule.
bool looks_like_schedule(std::string_view text);

/// One row per person and event, with title, room and times. Entities that the document defines
/// itself are not expanded.
FoundTables read_schedule(std::string_view text, Texts& texts);

} // namespace knowwho
