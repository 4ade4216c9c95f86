// SPDX-License-Identifier: MIT
// The briefing as a PDF: real text in embedded fonts, tagged, with links and an outline.
#pragma once

#include "model/date.hpp"
#include "report/briefing.hpp"
#include "report/paper.hpp"

#include <string>

namespace knowwho {

/// The bytes of the file. `now` is its creation date: the same values give the same bytes.
/// Throws Error (input) when the fonts or the drawing fail.
std::string to_pdf(Briefing const& briefing, SheetOptions const& options, Instant now);

} // namespace knowwho
