// SPDX-License-Identifier: MIT
// The pieces of public text that one should have read before the talk.
#pragma once

#include "report/card_work.hpp"

#include <vector>

namespace knowwho {

/// Whether the snippet is a whole sentence of some length, not the user's own note, and nothing sensitive.
bool is_worth_quoting(CardWork const& work, Evidence const& evidence);

/// Up to two, from two pages: what serves a goal before others, articles before pages, speech before prose; the newest of equals.
std::vector<Statement> quotes_of(CardWork const& work);

} // namespace knowwho
