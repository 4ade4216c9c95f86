// SPDX-License-Identifier: MIT
// Which rows of a list are one person, and which of them the notebook knows already.
#pragma once

#include "model/ids.hpp"
#include "model/roster.hpp"
#include "store/people.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knowwho {

/// What was decided about one row. With neither `known` nor `same_as_row` it is somebody new.
struct Resolution {
    std::optional<PersonId> known;          ///< the person of the notebook that the row is about
    std::optional<std::size_t> same_as_row; ///< the first row of the same list about the same person; never itself, and that row has none
    double probability = 1;                 ///< that the decision is right
    std::string reason;                     ///< "same name and e-mail address"; empty for somebody new
};

/// Decides for every row, in their order; the result has one element per row. Only what is nearly
/// certain is joined; a contradiction (another organisation, another mailbox of one's own) keeps apart.
/// Whoever is the same as a known person carries `known` on their first row.
std::vector<Resolution> resolve_people(std::span<RosterRow const> rows, std::span<KnownPerson const> known);

} // namespace knowwho
