// SPDX-License-Identifier: MIT
// Table `person`: somebody, once in the notebook however many lists name them.
#pragma once

#include "model/ids.hpp"
#include "model/name.hpp"

#include <string>
#include <vector>

namespace knowwho {

class Notebook;

/// What identity needs to know of people met before: their name, and the organisation and e-mail address
/// that a list gave, or else the user's own contacts.
struct KnownPerson {
    PersonId id;
    PersonName name;
    std::string organisation;
    std::string email;
    std::string place;
    ListId list;         ///< that names them so; none for contacts and for those merged
    bool merged = false; ///< as one of two was whom the user made one person
};

PersonId add_person(Notebook& notebook, PersonName const& name);
void rename_person(Notebook& notebook, PersonId person, PersonName const& name);

/// Everybody, by id; behind them, under the same ids, what other lists and the user's contacts say of them
/// and whoever was merged, as they were before.
std::vector<KnownPerson> known_people(Notebook const& notebook);

} // namespace knowwho
