// SPDX-License-Identifier: MIT
// Table `recognition`: why a row of a list was taken for somebody named before. RowWriter fills it.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace knowwho {

class Notebook;

struct Recognition {
    AttendanceId attendance; ///< the row, or the one that it was joined to
    PersonId person;         ///< whose it is
    int line = 0;            ///< of the row, in the list that was read then
    std::string reason;
    double probability = 1;
    Instant recognised_at{};
};

/// The latest first, at most so many.
std::vector<Recognition> recognitions(Notebook const& notebook, std::size_t limit);

/// Those of one person's rows, in the order in which they were made.
std::vector<Recognition> recognitions(Notebook const& notebook, PersonId person);

/// The row turned out to be somebody else's: what had spoken for it goes.
void delete_recognitions(Notebook& notebook, AttendanceId attendance);

} // namespace knowwho
