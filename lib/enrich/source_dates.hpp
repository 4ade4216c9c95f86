// SPDX-License-Identifier: MIT
// Dates as sources write them: ISO 8601, mail's, compact, seconds since 1970, and in parts.
#pragma once

#include "model/date.hpp"

#include <optional>
#include <string_view>

namespace knowwho {

/// Reads "2026-05-11", "+2026-05-00T00:00:00Z", "2026,5", "Mon, 11 May 2026 08:00:00 GMT",
/// "20260511T170000Z", "11.05.2026", 1778486400 and 1778486400000. Empty for anything else.
std::optional<PartialDate> parse_source_date(std::string_view text);

} // namespace knowwho
