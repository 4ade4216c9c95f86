// SPDX-License-Identifier: MIT
// What the cells of a column look like, whatever stands above them.
#pragma once

#include "import/cell_kinds.hpp"

#include <span>
#include <string_view>

namespace knowwho {

/// Shares from 0 to 1 of the cells with content.
struct CellEvidence {
    int cells = 0;      ///< with content, of those looked at
    double filled = 0;  ///< of all cells
    double distinct = 0;
    double email = 0;
    double website = 0;
    double handle = 0;  ///< "@name"
    double phone = 0;
    double number = 0;
    double date = 0;
    double yes_no = 0;
    double code = 0;    ///< identifiers and check sums
    double salutation = 0;
    double title = 0;   ///< titles and degrees, also salutations
    double country = 0;
    double place = 0;
    double category = 0; ///< "Speaker", "Participant"
    double status = 0;
    double person = 0;  ///< mean of name_likelihood
    double comma_name = 0; ///< "Family, Given"
    double given = 0;   ///< words known as given rather than family names
    double family = 0;
    double organisation = 0; ///< mean of organisation_likelihood
    double role = 0;         ///< mean of role_likelihood
    double foreign = 0;      ///< in a script that the lexicons of roles and organisations do not know
    double topic = 0; ///< several words that read as the title of a talk, and hardly as the name of a house
    double prose = 0;        ///< sentences
    double one_word = 0;
    double length = 0;       ///< mean, in bytes
};

/// Looks at the cells with content among `cells`, in proportion to their number.
CellEvidence examine(std::span<std::string_view const> cells);

} // namespace knowwho
