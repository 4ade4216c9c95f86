// SPDX-License-Identifier: MIT
// Makes two people of the notebook one, and one of them two again; nothing is lost either way.
#pragma once

#include "model/encounter.hpp"
#include "store/merges.hpp"

#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

/// Everything of `gone` becomes `kept`'s, in one transaction. Of their contacts the kept one's words
/// win, blanks are filled, interests and notes of both stay. Throws Error (usage) if they are the
/// same already, or if the notebook says that they are two (one introduced the other).
StoredMerge merge_people(Notebook& notebook, PersonId kept, PersonId gone, std::string_view reason, Instant now);

/// Undoes a merge in one transaction: the other one comes back with all that was theirs; what was
/// noted since stays with the kept one. Both count as different people from now on. Returns the
/// other one's id.
PersonId split_merge(Notebook& notebook, StoredMerge const& merge, Instant now);

/// Makes a new person of some of somebody's rows, e.g. when an import took two for one. Encounters at
/// an event go along if no row of that event stays. At least one row must stay, or Error (usage).
PersonId split_rows(Notebook& notebook, PersonId person, std::vector<AttendanceId> const& rows, Instant now);

/// The contact of both: filled from `other` where `one` is blank.
Contact joined_contacts(Contact one, Contact const& other);

} // namespace knowwho
