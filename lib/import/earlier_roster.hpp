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
    EarlierRoster(Notebook const& notebook, EventId event);

    bool has(PersonId person) const { return m_by_person.contains(person); }

    /// Takes one of somebody's rows for a row of the list: what says the same, else one of an earlier version of
    /// the list (`versions`: their files), else, for the first of the list's rows, one of another list. nullptr for
    /// a further row. The person has rows.
    Attendance const* take(PersonId person, RosterRow const& row, std::unordered_set<std::string> const& versions);

    std::vector<Attendance> const& all() const { return m_attendances; }

private:
    std::vector<Attendance> m_attendances;
    std::vector<bool> m_taken;
    std::unordered_map<PersonId, std::vector<std::size_t>> m_by_person;
};

} // namespace knowwho
