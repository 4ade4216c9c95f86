// SPDX-License-Identifier: MIT
// Why a target is on the sheet: in one line, in a few sentences, and in points.
#pragma once

#include "report/card_work.hpp"

#include <vector>

namespace knowwho {

/// In one line: what they said or did, in the words of the source; else what the scorer found. Empty if nothing is.
Statement why_of(CardWork const& work);

/// The strongest reasons, at most four; what one page says about one goal counts once.
std::vector<CardReason> reasons_of(CardWork const& work);

/// The shares of all goals, weighted as the score is, summed by kind of signal; largest first.
std::vector<ScoreShare> shares_of(CardWork const& work);

} // namespace knowwho
