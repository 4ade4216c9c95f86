// SPDX-License-Identifier: MIT
// The lines that every printed form words alike: score, talk, place and time.
#pragma once

#include "report/briefing.hpp"
#include "report/phrases.hpp"

#include <string>

namespace knowwho {

/// "72 von 100 Punkten, Spanne 61 bis 80".
std::string score_line(Card const& card, Phrases const& phrases);

/// A share of 0 to 1 as whole points of 100.
std::string points(double share);

/// "Do, 26. November, 17:15, Saal 2"; the title of the talk if neither is known.
std::string place_and_time(Appearance const& appearance);

/// "Vortrag „Titel“, Do, 26. November, 17:15, Saal 2".
std::string talk_line(Appearance const& appearance, Phrases const& phrases);

/// The number of an earlier entry that quotes the same page; 0 if there is none.
int first_quote_of_page(Briefing const& sheet, SourceEntry const& entry);

} // namespace knowwho
