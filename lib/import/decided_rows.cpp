// SPDX-License-Identifier: MIT
#include "import/decided_rows.hpp"

#include "store/merges.hpp"

#include <algorithm>

namespace knowwho {
namespace {

void give(ListedPerson& entry, PersonId person)
{
    if (entry.person != person) {
        entry.person = person;
        entry.known = true;
        entry.same_as.reset();
        entry.reason = "you decided whose row this is";
        entry.probability = 1;
    }
}

/// The one whom all rows belong to.
std::optional<PersonId> only_person(std::set<PersonId> const& people)
{
    return people.size() == 1 ? std::optional{*people.begin()} : std::nullopt;
}

} // namespace

DecidedRows::DecidedRows(Notebook const& notebook, std::vector<Attendance> const& roster, Pairs different) : m_notebook(notebook), m_different(different)
{
    auto decided = std::unordered_set<PersonId>{};
    for (auto const& [one, other] : different) {
        decided.insert({one, other});
    }
    for (auto const& merge : merges(notebook)) {
        decided.insert(merge.kept);
    }
    for (auto const& attendance : roster) {
        if (decided.contains(attendance.person)) {
            m_by_name[attendance.row.name.written].push_back(&attendance);
        }
    }
}

void DecidedRows::claim(std::deque<ListedPerson>& entries, std::unordered_set<std::string> const& versions) const
{
    auto claimed = std::unordered_set<PersonId>{};
    auto open = std::vector<ListedPerson*>{};
    for (auto& entry : entries) {
        if (auto const person = owner(entry.row)) {
            give(entry, *person);
            claimed.insert(*person);
        } else if (!named(entry.row).empty()) {
            open.push_back(&entry);
        }
    }
    for (auto* const entry : open) {
        if (!claimed.contains(entry->person)) {
            continue;
        }
        auto others = told_apart(*entry, versions);
        std::erase_if(others, [&](PersonId other) { return claimed.contains(other); });
        if (auto const other = only_person(others)) {
            give(*entry, *other);
            claimed.insert(*other);
        }
    }
}

std::span<Attendance const* const> DecidedRows::named(PackedRow const& row) const
{
    auto const found = m_by_name.find(row.text(PackedRow::written));
    return found == m_by_name.end() ? std::span<Attendance const* const>{} : found->second;
}

std::optional<PersonId> DecidedRows::owner(PackedRow const& row) const
{
    auto const rows = named(row);
    if (rows.empty()) {
        return std::nullopt;
    }
    auto owners = std::set<PersonId>{};
    auto const cells = row.unpacked(m_notebook).raw;
    for (auto const* const attendance : rows) {
        if (attendance->row.raw.contains(cells)) {
            owners.insert(attendance->person);
        }
    }
    return only_person(owners);
}

std::set<PersonId> DecidedRows::told_apart(ListedPerson const& entry, std::unordered_set<std::string> const& versions) const
{
    auto others = std::set<PersonId>{};
    for (auto const* const attendance : named(entry.row)) {
        auto const pair = std::pair{std::min(entry.person, attendance->person), std::max(entry.person, attendance->person)};
        if (versions.contains(attendance->list_file) && std::ranges::find(m_different, pair) != m_different.end()) {
            others.insert(attendance->person);
        }
    }
    return others;
}

} // namespace knowwho
