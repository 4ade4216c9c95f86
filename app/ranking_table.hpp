// SPDX-License-Identifier: MIT
// The ranked roster as text: a table with bars, JSON, and CSV that no spreadsheet runs as formulas.
#pragma once

#include "app/steps.hpp"
#include "model/goals.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace knowwho {

/// Which matches to show, best first: the first `most`; those that can't be targets only if `with_excluded`.
std::vector<std::size_t> ranking_rows(Ranking const& ranking, std::size_t most, bool with_excluded);

std::string ranking_as_table(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows);
std::string ranking_as_json(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows);
std::string ranking_as_csv(Ranking const& ranking, Goals const& goals, std::vector<std::size_t> const& rows);

} // namespace knowwho
