// SPDX-License-Identifier: MIT
#include "import/earlier_roster.hpp"

#include "import/joined_rows.hpp"
#include "store/attendances.hpp"

#include <algorithm>

namespace knowwho {

EarlierRoster::EarlierRoster(Notebook const& notebook, EventId event) : m_attendances(attendances(notebook, event)), m_taken(m_attendances.size())
{
    for (std::size_t index = 0; index < m_attendances.size(); ++index) {
        m_by_person[m_attendances[index].person].push_back(index);
    }
}

Attendance const* EarlierRoster::take(PersonId person, RosterRow const& row, std::unordered_set<std::string> const& versions)
{
    auto const& own = m_by_person.at(person);
    auto const is_free = [&](std::size_t index) { return !m_taken[index]; };
    auto const is_version = [&](std::size_t index) { return versions.contains(m_attendances[index].list_file); };
    auto const says = [&](std::size_t index) { return says_the_same(m_attendances[index].row, row); };
    auto found = std::find_if(own.begin(), own.end(), [&](std::size_t index) { return is_free(index) && says(index); });
    found = found == own.end() ? std::find_if(own.begin(), own.end(), says) : found;
    found = found == own.end() ? std::find_if(own.begin(), own.end(), [&](std::size_t index) { return is_free(index) && is_version(index); }) : found;
    if (found == own.end() && std::all_of(own.begin(), own.end(), is_free)) {
        found = own.begin();
    }
    if (found == own.end()) {
        return nullptr;
    }
    m_taken[*found] = true;
    return &m_attendances[*found];
}

} // namespace knowwho
