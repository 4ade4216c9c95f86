// SPDX-License-Identifier: MIT
// Forgets a person everywhere, and sees to it that no import brings them back.
#pragma once

#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/roster.hpp"
#include "store/tombstones.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

class Notebook;

struct Forgotten {
    std::vector<std::string> files; ///< saved pages of the user that name the person: theirs to delete
    bool has_namesake = false;      ///< somebody else bears the name: it was left in other people's rows
    bool is_held = false;           ///< another program reads the notebook: old bytes stay in the file until purge() is called behind it
};

/// Erases rows, notes, pages, index and freed space, and lays tombstones. `salt_if_new`: see add_tombstones().
/// The first steps are one transaction; a stop between them and the rewriting of the file leaves
/// nothing but freed space to rewrite.
Forgotten forget_person(Notebook& notebook, PersonId person, std::string_view salt_if_new, Instant now);

} // namespace knowwho
