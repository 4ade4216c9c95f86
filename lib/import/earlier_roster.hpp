// SPDX-License-Identifier: MIT
// The rows that an event had before a list came: which of them a row of the list is to be compared with.
#pragma once

#include "model/ids.hpp"
#include "model/person.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace knowwho {

class Notebook;

class EarlierRoster {
public:
    using Files = std::unordered_set<std::string>; ///< of the earlier versions of a list

    EarlierRoster(Notebook const& notebook, EventId event);

    bool has(PersonId person) const { return m_by_person.contains(person); }

    /// Takes the row of an earlier version that says all that this one says; a row that stands twice may take one that
    /// was taken. The person has rows.
    bool has_unchanged(PersonId person, RosterRow const& row, Files const& versions);

    /// Takes another of the person's rows of an earlier version, the first that is left; nullptr if none is. The person has rows.
    Attendance const* take_changed(PersonId person, Files const& versions);

    /// The rows of earlier versions that nothing took, without those that were gone before.
    std::vector<Attendance const*> left(Files const& versions) const;

    std::vector<Attendance> const& all() const { return m_attendances; }

private:
    std::vector<Attendance> m_attendances;
    std::vector<bool> m_taken;
    std::unordered_map<PersonId, std::vector<std::size_t>> m_by_person;
};

} // namespace knowwho
