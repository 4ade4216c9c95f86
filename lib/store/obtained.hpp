// SPDX-License-Identifier: MIT
// When the first data about a person came into the notebook, over all tables.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"

#include <optional>
#include <vector>

namespace knowwho {

class Notebook;

struct Obtained {
    PersonId person;
    Instant since{};
    bool closer = false; ///< a contact, or somebody with quotable evidence
};

/// Everybody of whom more is kept than a list's row, by id.
std::vector<Obtained> closer_people(Notebook const& notebook);

/// One person's; empty if there is nobody of that id.
std::optional<Obtained> obtained_since(Notebook const& notebook, PersonId person);

} // namespace knowwho
