// SPDX-License-Identifier: MIT
#include "import/importer.hpp"

#include "identity/recognition_keys.hpp"
#include "identity/resolve.hpp"
#include "import/joined_rows.hpp"
#include "store/attendances.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/tombstones.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t rows_between_looks = 512;
constexpr double version_share = 0.6; // of both lists' people, to be two versions of one list

/// One person of the list: their rows joined, and who they are in the notebook.
struct ListedPerson {
    RosterRow row;
    PersonId person;
    bool known = false;
};

/// The rows by person, in the order of the list.
std::vector<ListedPerson> join_rows(std::vector<RosterRow> const& rows, std::vector<Resolution> const& resolutions)
{
    std::vector<ListedPerson> entries;
    std::vector<std::size_t> entry_of(rows.size());
    std::unordered_map<PersonId, std::size_t> by_person;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        auto const& resolution = resolutions[index];
        if (resolution.same_as_row) {
            entry_of[index] = entry_of[*resolution.same_as_row];
            join_row(entries[entry_of[index]].row, rows[index]);
            continue;
        }
        auto const person = resolution.known.value_or(PersonId{});
        if (auto const before = person ? by_person.find(person) : by_person.end(); before != by_person.end()) {
            entry_of[index] = before->second;
            join_row(entries[before->second].row, rows[index]);
            continue;
        }
        entry_of[index] = entries.size();
        if (person) {
            by_person.emplace(person, entries.size());
        }
        entries.push_back({rows[index], person, bool(person)});
    }
    return entries;
}

/// The rows that the event had before, by person and by list.
class Roster {
public:
    Roster(Notebook const& notebook, EventId event) : m_attendances(attendances(notebook, event))
    {
        for (std::size_t index = 0; index < m_attendances.size(); ++index) {
            m_by_person.emplace(m_attendances[index].person, index);
        }
    }

    Attendance const* find(PersonId person) const
    {
        auto const found = m_by_person.find(person);
        return found == m_by_person.end() ? nullptr : &m_attendances[found->second];
    }

    std::vector<Attendance> const& all() const { return m_attendances; }

private:
    std::vector<Attendance> m_attendances;
    std::unordered_map<PersonId, std::size_t> m_by_person;
};

class Import {
public:
    Import(Notebook& notebook, ListReading const& list, Instant now, Watch const& watch) : m_notebook(notebook), m_list(list), m_now(now), m_watch(watch), m_tombstones(notebook) {}

    ImportResult run(Event const& event)
    {
        Transaction transaction(m_notebook);
        m_result.event = ensure_event(m_notebook, event);
        m_lists = lists(m_notebook, m_result.event);
        if (is_latest_again()) {
            m_result.same_list = true;
            m_result.unchanged = static_cast<int>(m_list.rows.size());
            transaction.commit();
            return m_result;
        }
        auto const entries = resolve();
        Roster const roster(m_notebook, m_result.event);
        find_earlier_versions(roster, entries);
        m_id = add_list(m_notebook, {{}, m_result.event, m_list.file, m_list.format, m_list.encoding, m_list.content_hash, int(m_list.rows.size()), m_now});
        write(roster, entries);
        mark_who_is_gone(roster, entries);
        transaction.commit();
        return m_result;
    }

private:
    /// These bytes were imported, and nothing of the same name after them.
    bool is_latest_again() const
    {
        for (auto list = m_lists.rbegin(); list != m_lists.rend(); ++list) {
            if (list->content_hash == m_list.content_hash) {
                return true;
            }
            if (list->file == m_list.file) {
                return false;
            }
        }
        return false;
    }

    std::vector<ListedPerson> resolve()
    {
        m_watch.report("knowing people again", 0, static_cast<std::int64_t>(m_list.rows.size()));
        auto const known = known_people(m_notebook);
        m_watch.check();
        auto entries = join_rows(m_list.rows, resolve_people(m_list.rows, known));
        m_result.merged = static_cast<int>(m_list.rows.size() - entries.size());
        return entries;
    }

    /// Earlier lists of which this is a newer version: of the same name, or of mostly the same people.
    void find_earlier_versions(Roster const& roster, std::vector<ListedPerson> const& entries)
    {
        std::unordered_set<PersonId> named;
        for (auto const& entry : entries) {
            named.insert(entry.person);
        }
        std::unordered_map<std::string, std::pair<int, int>> shared; // by list: people, of them named again
        for (auto const& attendance : roster.all()) {
            auto& [people, again] = shared[attendance.list_file];
            ++people;
            again += named.contains(attendance.person);
        }
        for (auto const& [file, counts] : shared) {
            auto const alike = counts.second >= version_share * counts.first && counts.second >= version_share * double(entries.size());
            if (file == m_list.file || alike) {
                m_versions.insert(file);
            }
        }
    }

    void write(Roster const& roster, std::vector<ListedPerson> const& entries)
    {
        for (std::size_t index = 0; index < entries.size(); ++index) {
            if (index % rows_between_looks == 0) {
                m_watch.check();
                m_watch.report("writing people", static_cast<std::int64_t>(index), static_cast<std::int64_t>(entries.size()));
            }
            write_entry(roster, entries[index]);
        }
    }

    void write_entry(Roster const& roster, ListedPerson const& entry)
    {
        if (!entry.known && is_forgotten(entry.row)) {
            ++m_result.forgotten;
            return;
        }
        auto const person = entry.known ? entry.person : add_person(m_notebook, entry.row.name);
        auto const* before = entry.known ? roster.find(person) : nullptr;
        if (before == nullptr) {
            add_attendance(m_notebook, m_result.event, m_id, person, entry.row);
            ++m_result.added;
            m_result.known += entry.known;
        } else if (!before->gone && says_the_same(before->row, entry.row)) {
            ++m_result.unchanged;
        } else {
            update(*before, entry.row);
            ++m_result.updated;
        }
    }

    /// The user had them erased for good: no list brings them back.
    bool is_forgotten(RosterRow const& row) const
    {
        return !m_tombstones.empty() && m_tombstones.covers(recognition_keys(row.name, row.organisation, row.email, row.place));
    }

    /// A newer version of a row replaces it; the row of another list of the event joins it.
    void update(Attendance const& before, RosterRow row)
    {
        if (m_versions.contains(before.list_file)) {
            keep_talks(row, before.row);
            update_attendance(m_notebook, before.id, m_id, row);
            return;
        }
        auto joined = before.row;
        join_row(joined, row);
        update_attendance(m_notebook, before.id, list_of(before.list_file), joined);
    }

    ListId list_of(std::string const& file) const
    {
        auto const found = std::find_if(m_lists.rbegin(), m_lists.rend(), [&](auto const& list) { return list.file == file; });
        return found == m_lists.rend() ? m_id : found->id;
    }

    void mark_who_is_gone(Roster const& roster, std::vector<ListedPerson> const& entries)
    {
        std::unordered_set<PersonId> named;
        for (auto const& entry : entries) {
            named.insert(entry.person);
        }
        std::vector<AttendanceId> gone;
        for (auto const& attendance : roster.all()) {
            if (!attendance.gone && m_versions.contains(attendance.list_file) && !named.contains(attendance.person)) {
                gone.push_back(attendance.id);
            }
        }
        mark_gone(m_notebook, gone);
        m_result.gone = static_cast<int>(gone.size());
    }

    Notebook& m_notebook;
    ListReading const& m_list;
    Instant m_now;
    Watch const& m_watch;
    Tombstones m_tombstones;
    ImportResult m_result;
    ListId m_id;
    std::vector<StoredList> m_lists;
    std::unordered_set<std::string> m_versions;
};

} // namespace

ImportResult import_list(Notebook& notebook, ListReading const& list, Event const& event, Instant now, Watch const& watch)
{
    return Import(notebook, list, now, watch).run(event);
}

} // namespace knowwho
