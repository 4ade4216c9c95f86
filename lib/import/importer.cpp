// SPDX-License-Identifier: MIT
#include "import/importer.hpp"

#include "identity/recognition_keys.hpp"
#include "identity/resolve.hpp"
#include "import/joined_rows.hpp"
#include "store/attendances.hpp"
#include "store/bulk_rows.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/tombstones.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t rows_between_looks = 512;
constexpr std::ptrdiff_t many_rows = 500; // new ones that are written in bulk
constexpr double version_share = 0.6; // of both lists' people, to be two versions of one list

/// One person of the list: their rows joined, and who they are in the notebook.
struct ListedPerson {
    RosterRow row;
    PersonId person;
    bool known = false;
};

/// The rows by person, in the order of the list, joined as they come.
class ListedPeople {
public:
    explicit ListedPeople(std::span<KnownPerson const> known) : m_resolver(known) {}

    void take(RosterRow&& row)
    {
        auto const resolution = m_resolver.next(row);
        auto const person = resolution.known.value_or(PersonId{});
        auto const before = person ? m_by_person.find(person) : m_by_person.end();
        if (resolution.same_as_row || before != m_by_person.end()) {
            auto const entry = resolution.same_as_row ? m_entry_of[*resolution.same_as_row] : before->second;
            join_row(m_entries[entry].row, row);
            m_entry_of.push_back(entry);
            return;
        }
        m_entry_of.push_back(m_entries.size());
        if (person) {
            m_by_person.emplace(person, m_entries.size());
        }
        m_entries.push_back({std::move(row), person, bool(person)});
        m_resolver.name_stays_at(m_entries.back().row.name);
    }

    std::size_t rows() const { return m_entry_of.size(); }
    std::deque<ListedPerson>& entries() { return m_entries; }

private:
    std::deque<ListedPerson> m_entries; ///< outlives the resolver, which looks at the names
    PeopleResolver m_resolver;
    std::vector<std::size_t> m_entry_of; ///< by row
    std::unordered_map<PersonId, std::size_t> m_by_person;
};

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

using Entries = std::deque<ListedPerson>;

class Import {
public:
    Import(Notebook& notebook, ListReading const& list, Instant now, Watch const& watch) : m_notebook(notebook), m_list(list), m_now(now), m_watch(watch), m_tombstones(notebook) {}

    ImportResult run(Event const& event, ListedPeople& people)
    {
        auto& entries = people.entries();
        auto const rows = static_cast<int>(people.rows());
        m_result.event = ensure_event(m_notebook, event);
        m_lists = lists(m_notebook, m_result.event);
        if (is_latest_again()) {
            m_result.same_list = true;
            m_result.unchanged = rows;
            return m_result;
        }
        m_result.merged = rows - static_cast<int>(entries.size());
        Roster const roster(m_notebook, m_result.event);
        find_earlier_versions(roster, entries);
        m_id = add_list(m_notebook, {{}, m_result.event, m_list.file, m_list.format, m_list.encoding, m_list.content_hash, rows, m_now});
        write(roster, entries);
        mark_who_is_gone(roster, entries);
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

    /// Earlier lists of which this is a newer version: of the same name, or of mostly the same people.
    void find_earlier_versions(Roster const& roster, Entries const& entries)
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

    /// Rows of people whom the event did not have, then those of the others.
    void write(Roster const& roster, Entries& entries)
    {
        auto const is_new = [&](ListedPerson const& entry) { return !entry.known || roster.find(entry.person) == nullptr; };
        auto const news = std::count_if(entries.begin(), entries.end(), is_new);
        std::optional<BulkRows> bulk;
        if (news >= many_rows) {
            bulk.emplace(m_notebook, m_result.event);
        }
        write_some(entries, is_new, [&](ListedPerson const& entry) { write_new(entry); });
        if (bulk) {
            bulk->finish();
            bulk.reset();
        }
        write_some(entries, std::not_fn(is_new), [&](ListedPerson const& entry) { write_again(*roster.find(entry.person), entry.row); });
    }

    template <typename Wanted, typename Write>
    void write_some(Entries& entries, Wanted wanted, Write write) const
    {
        for (std::size_t index = 0; index < entries.size(); ++index) {
            if (index % rows_between_looks == 0) {
                m_watch.check();
                m_watch.report("writing people", static_cast<std::int64_t>(index), static_cast<std::int64_t>(entries.size()));
            }
            if (wanted(entries[index])) {
                write(entries[index]);
                entries[index].row.raw = {}; // while it is at hand: the list may be long
                entries[index].row.others = {};
            }
        }
    }

    void write_new(ListedPerson const& entry)
    {
        if (!entry.known && is_forgotten(entry.row)) {
            ++m_result.forgotten;
            return;
        }
        auto const person = entry.known ? entry.person : add_person(m_notebook, entry.row.name);
        add_attendance(m_notebook, m_result.event, m_id, person, entry.row);
        ++m_result.added;
        m_result.known += entry.known;
    }

    void write_again(Attendance const& before, RosterRow const& row)
    {
        if (!before.gone && says_the_same(before.row, row)) {
            ++m_result.unchanged;
        } else {
            update(before, row);
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

    void mark_who_is_gone(Roster const& roster, Entries const& entries)
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

class ListImport::State {
public:
    State(Notebook& notebook, Event const& event, Instant now, Watch const& watch)
        : m_notebook(notebook), m_event(event), m_now(now), m_watch(watch), m_transaction(notebook), m_known(known_people(notebook)), m_people(m_known)
    {
    }

    void take(RosterRow&& row) { m_people.take(std::move(row)); }
    ImportResult finish(ListReading const& list)
    {
        auto result = Import(m_notebook, list, m_now, m_watch).run(m_event, m_people);
        m_transaction.commit();
        return result;
    }

private:
    Notebook& m_notebook;
    Event const& m_event;
    Instant m_now;
    Watch const& m_watch;
    Transaction m_transaction; ///< from the first look at who is known to the last row
    std::vector<KnownPerson> m_known;
    ListedPeople m_people;
};

ListImport::ListImport(Notebook& notebook, Event const& event, Instant now, Watch const& watch) : m_state(std::make_unique<State>(notebook, event, now, watch)) {}

ListImport::~ListImport() = default;

void ListImport::take(RosterRow&& row) { m_state->take(std::move(row)); }

ImportResult ListImport::finish(ListReading const& list) { return m_state->finish(list); }

ImportResult import_list(Notebook& notebook, ListReading const& list, Event const& event, Instant now, Watch const& watch)
{
    ListImport import(notebook, event, now, watch);
    std::size_t rows = 0;
    for (auto const& row : list.rows) {
        if (rows++ % rows_between_looks == 0) {
            watch.check();
            watch.report("knowing people again", static_cast<std::int64_t>(rows), static_cast<std::int64_t>(list.rows.size()));
        }
        import.take(RosterRow(row));
    }
    return import.finish(list);
}

} // namespace knowwho
