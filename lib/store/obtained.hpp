// SPDX-License-Identifier: MIT
// When the first data about a person came into the notebook, over all tables.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <vector>

namespace knowwho {

class Notebook;

struct Obtained {
    PersonId person;
    Instant since{};
    bool closer = false; ///< a contact, or somebody with quotable evidence
};

/// Everybody, by id.
std::vector<Obtained> obtained_since(Notebook const& notebook);

} // namespace knowwho
