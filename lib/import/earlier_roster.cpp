// SPDX-License-Identifier: MIT
#include "import/earlier_roster.hpp"

#include "import/row_versions.hpp"
#include "store/attendances.hpp"

#include <algorithm>

namespace knowwho {

EarlierRoster::EarlierRoster(Notebook const& notebook, EventId event) : m_attendances(attendances(notebook, event)), m_taken(m_attendances.size())
{
    for (std::size_t index = 0; index < m_attendances.size(); ++index) {
        m_by_person[m_attendances[index].person].push_back(index);
    }
}

bool EarlierRoster::has_unchanged(PersonId person, RosterRow const& row, Files const& versions)
{
    auto const& own = m_by_person.at(person);
    auto const says = [&](std::size_t index) {
        auto const& before = m_attendances[index];
        return !before.gone && versions.contains(before.list_file) && says_the_same(before.row, row);
    };
    auto found = std::ranges::find_if(own, [&](std::size_t index) { return !m_taken[index] && says(index); });
    found = found == own.end() ? std::ranges::find_if(own, says) : found;
    if (found == own.end()) {
        return false;
    }
    m_taken[*found] = true;
    return true;
}

Attendance const* EarlierRoster::take_changed(PersonId person, Files const& versions)
{
    auto const& own = m_by_person.at(person);
    auto const found = std::ranges::find_if(own, [&](std::size_t index) { return !m_taken[index] && versions.contains(m_attendances[index].list_file); });
    if (found == own.end()) {
        return nullptr;
    }
    m_taken[*found] = true;
    return &m_attendances[*found];
}

std::vector<Attendance const*> EarlierRoster::left(Files const& versions) const
{
    auto left = std::vector<Attendance const*>{};
    for (std::size_t index = 0; index < m_attendances.size(); ++index) {
        auto const& one = m_attendances[index];
        if (!one.gone && !m_taken[index] && versions.contains(one.list_file)) {
            left.push_back(&one);
        }
    }
    return left;
}

} // namespace knowwho
