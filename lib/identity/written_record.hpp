// SPDX-License-Identifier: MIT
// What one record says of somebody.
#pragma once

#include <string_view>

namespace knowwho {

/// As it was written; the texts belong to somebody else.
struct WrittenRecord {
    std::string_view given;
    std::string_view middle;
    std::string_view family;
    std::string_view suffix;
    std::string_view organisation;
    std::string_view email;
    std::string_view place;
    std::string_view role; ///< rows only
};

/// Of whatever has a name, a house, a mailbox and a place.
template <typename Person>
WrittenRecord written_record(Person const& person)
{
    return {person.name.given, person.name.middle, person.name.family, person.name.suffix, person.organisation, person.email, person.place, {}};
}

} // namespace knowwho
