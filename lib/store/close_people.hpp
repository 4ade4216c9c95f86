// SPDX-License-Identifier: MIT
// Whom the user knows: their duplicates are asked about first.
#pragma once

#include "model/ids.hpp"

#include <unordered_set>

namespace knowwho {

class Notebook;

/// Contacts, and whoever was met.
std::unordered_set<PersonId> close_people(Notebook const& notebook);

} // namespace knowwho
