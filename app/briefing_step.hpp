// SPDX-License-Identifier: MIT
// What every writer of a sheet needs, as `brief` and `review` do it.
#pragma once

#include "app/steps.hpp"
#include "report/hyphenation.hpp"
#include "report/sheet_format.hpp"

#include <vector>

namespace knowwho {

/// Whether words are broken at the ends of lines by us.
bool is_pdf(SheetFormat format);

/// Where words of a language may be broken; without the dictionary no word is, and the sheet is as good.
Hyphenation hyphenation_of(Language language);

/// Whom the sheet has, in its order.
std::vector<PersonId> targets_of(Ranking const& ranking);

} // namespace knowwho
