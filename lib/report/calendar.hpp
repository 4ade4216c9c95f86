// SPDX-License-Identifier: MIT
// The event, the targets' talks and the follow-up slot as a calendar file (RFC 5545).
#pragma once

#include "model/date.hpp"
#include "report/briefing.hpp"
#include "report/compose.hpp"

#include <string>

namespace knowwho {

/// Times are local to the event ("floating"), as a printed programme gives them, unless the list says UTC. `now` is the
/// stamp: the same values give the same bytes. Talks without a day are left out.
std::string to_calendar(Briefing const& briefing, Goals const& goals, Instant now);

/// A value of type TEXT: commas, semicolons, backslashes and line ends escaped.
std::string calendar_text(std::string_view text);

/// A content line folded at 75 octets, never inside a character, with CRLF.
std::string folded_line(std::string_view line);

} // namespace knowwho
