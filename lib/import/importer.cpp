// SPDX-License-Identifier: MIT
#include "import/importer.hpp"

#include "identity/recognition_keys.hpp"
#include "import/decided_rows.hpp"
#include "import/earlier_roster.hpp"
#include "import/listed_people.hpp"
#include "import/row_versions.hpp"
#include "store/attendances.hpp"
#include "store/bulk_rows.hpp"
#include "store/lists.hpp"
#include "store/merges.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/row_writer.hpp"
#include "store/same_questions.hpp"
#include "store/tombstones.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

constexpr std::size_t rows_between_looks = 512;
constexpr std::ptrdiff_t many_rows = 500; // new ones that are written in bulk
constexpr double version_share = 0.6; // of both lists' people, to be two versions of one list

using Entries = std::deque<ListedPerson>;

class Import {
public:
    Import(Notebook& notebook, ListReading const& list, Instant now, Watch const& watch) : m_notebook(notebook), m_list(list), m_now(now), m_watch(watch), m_tombstones(notebook) {}

    ImportResult run(Event const& event, ListedPeople& people, KnownWorld const& world)
    {
        auto& entries = people.entries();
        m_result.event = ensure_event(m_notebook, event);
        m_lists = lists(m_notebook, m_result.event);
        if (is_latest_again()) {
            m_result.same_list = true;
            m_result.unchanged = static_cast<int>(people.rows());
            return m_result;
        }
        m_all_asked = questions_are_whole(m_notebook);
        auto roster = EarlierRoster(m_notebook, m_result.event);
        resolve(people, world, roster);
        m_result.merged = static_cast<int>(people.rows()) - count_people(entries);
        m_id = add_list(m_notebook, {{}, m_result.event, m_list.file, m_list.format, m_list.encoding, m_list.content_hash, static_cast<int>(people.rows()), m_now});
        m_writer.emplace(m_notebook, m_result.event, m_id);
        write(roster, entries);
        ask(people);
        mark_who_is_gone(roster, entries);
        m_result.updated = static_cast<int>(m_updated.size());
        m_result.unchanged = static_cast<int>(std::count_if(m_unchanged.begin(), m_unchanged.end(), [&](PersonId person) { return !m_updated.contains(person); }));
        return m_result;
    }

private:
    /// Who is who, and which earlier lists this is a newer version of: each helps to know the other.
    void resolve(ListedPeople& people, KnownWorld const& world, EarlierRoster const& roster)
    {
        for (auto const& list : m_lists) {
            if (list.file == m_list.file) {
                m_versions.insert(list.file);
            }
        }
        m_watch.check();
        m_watch.report("knowing people again", 0, static_cast<std::int64_t>(people.rows()));
        people.weigh();
        people.resolve(earlier_versions());
        auto const by_name = m_versions.size();
        find_earlier_versions(roster, people.entries());
        if (m_versions.size() > by_name) {
            m_watch.check();
            people.resolve(earlier_versions());
        }
        people.forget_weights();
        DecidedRows(m_notebook, roster.all(), world.different).claim(people.entries(), m_versions);
    }

    std::vector<ListId> earlier_versions() const
    {
        auto earlier = std::vector<ListId>{};
        for (auto const& list : m_lists) {
            if (m_versions.contains(list.file)) {
                earlier.push_back(list.id);
            }
        }
        return earlier;
    }

    static int count_people(Entries const& entries)
    {
        auto known = std::unordered_set<PersonId>{};
        auto news = 0;
        for (auto const& entry : entries) {
            news += !entry.known && !entry.same_as;
            if (entry.known) {
                known.insert(entry.person);
            }
        }
        return news + static_cast<int>(known.size());
    }

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

    /// Earlier lists of which this is a newer version: of the same name, or as long and of mostly the same people. Of
    /// several versions each may hold a few rows only: those that changed last with it.
    void find_earlier_versions(EarlierRoster const& roster, Entries const& entries)
    {
        if (roster.all().empty()) {
            return;
        }
        std::unordered_set<PersonId> named;
        for (auto const& entry : entries) {
            named.insert(entry.person);
        }
        std::unordered_map<std::string, std::unordered_set<PersonId>> people; // of each list
        for (auto const& attendance : roster.all()) {
            people[attendance.list_file].insert(attendance.person);
        }
        for (auto const& list : m_lists) {
            auto const& before = people[list.file];
            auto const again = std::count_if(before.begin(), before.end(), [&](PersonId person) { return named.contains(person); });
            auto const alike = again > 0 && double(again) >= version_share * double(before.size()) && list.rows >= version_share * double(entries.size());
            if (list.file == m_list.file || alike) {
                m_versions.insert(list.file);
            }
        }
    }

    /// Rows of people whom the event did not have, then those of the others.
    void write(EarlierRoster& roster, Entries& entries)
    {
        auto const is_new = [&](ListedPerson const& entry) { return !entry.known || !roster.has(entry.person); };
        auto const news = std::count_if(entries.begin(), entries.end(), is_new);
        std::optional<BulkRows> bulk;
        if (news >= many_rows) {
            bulk.emplace(m_notebook, m_result.event);
        }
        write_some(entries, is_new, [&](ListedPerson& entry) { write_new(entry, entries); });
        if (bulk) {
            bulk->finish();
            bulk.reset();
        }
        auto changed = std::unordered_set<ListedPerson const*>{};
        for (auto const& entry : entries) {
            if (!is_new(entry) && !is_unchanged(roster, entry)) {
                changed.insert(&entry);
            }
        }
        write_some(entries, [&](ListedPerson const& entry) { return changed.contains(&entry); }, [&](ListedPerson const& entry) { write_changed(roster, entry); });
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
                entries[index].row = {}; // while it is at hand: the list may be long
            }
        }
    }

    void write_new(ListedPerson& entry, Entries const& entries)
    {
        bool const is_first = entry.known ? m_added.insert(entry.person).second : !entry.same_as;
        if (!entry.known && (entry.same_as ? !entries[*entry.same_as].person : is_forgotten(entry.row))) {
            m_result.forgotten += is_first;
            return;
        }
        if (!entry.known) {
            entry.person = entry.same_as ? entries[*entry.same_as].person : m_writer->add_person(entry.row);
        }
        add_row(entry);
        m_result.added += is_first;
        m_result.known += is_first && entry.known;
    }

    void add_row(ListedPerson const& entry)
    {
        auto const attendance = m_writer->add_attendance(entry.person, entry.row);
        if (!entry.reason.empty()) {
            m_writer->add_recognition(attendance, entry.row.line(), entry.reason, entry.probability, m_now);
        }
    }

    /// Looked at for all rows first: what says the same as before is not taken for a changed one.
    bool is_unchanged(EarlierRoster& roster, ListedPerson const& entry)
    {
        bool const unchanged = roster.has_unchanged(entry.person, entry.row.unpacked(m_notebook), m_versions);
        if (unchanged) {
            m_unchanged.insert(entry.person);
        }
        return unchanged;
    }

    /// The user had them erased for good: no list brings them back.
    bool is_forgotten(PackedRow const& packed) const
    {
        if (m_tombstones.empty()) {
            return false;
        }
        auto const row = packed.unpacked(m_notebook);
        return m_tombstones.covers(recognition_keys(row.name, row.organisation, row.email, row.place));
    }

    /// A newer version of a row replaces it; the row of another list of the event stands beside it.
    void write_changed(EarlierRoster& roster, ListedPerson const& entry)
    {
        m_updated.insert(entry.person);
        auto const* const before = roster.take_changed(entry.person, m_versions);
        if (before == nullptr) {
            add_row(entry);
            return;
        }
        auto row = entry.row.unpacked(m_notebook);
        keep_talks(row, before->row);
        update_attendance(m_notebook, before->id, m_id, row);
    }

    /// Who of the list may be somebody else of it or of the notebook.
    void ask(ListedPeople& listed)
    {
        auto questions = std::map<std::pair<PersonId, PersonId>, StoredQuestion>{};
        for (auto const& one : listed.questions()) {
            auto const people = std::minmax({listed.person_of(one.a), listed.person_of(one.b)});
            if (!people.first || people.first == people.second) { // forgotten, or known by another row
                continue;
            }
            auto& asked = questions[people];
            if (!asked.first || asked.bits < one.bits) {
                asked = {people.first, people.second, one.bits, one.probability, one.signals};
            }
        }
        for (auto const& [both, question] : questions) {
            save_question(m_notebook, question);
        }
        if (m_all_asked) {
            mark_questions_whole(m_notebook);
        }
    }

    void mark_who_is_gone(EarlierRoster const& roster, Entries const& entries)
    {
        if (roster.all().empty()) {
            return;
        }
        std::unordered_set<PersonId> named;
        for (auto const& entry : entries) {
            named.insert(entry.person);
        }
        for (auto const& attendance : roster.all()) {
            if (!attendance.gone && !m_versions.contains(attendance.list_file)) {
                named.insert(attendance.person); // by another list
            }
        }
        std::unordered_set<PersonId> people;
        std::vector<AttendanceId> gone;
        for (auto const* const attendance : roster.left(m_versions)) {
            gone.push_back(attendance->id);
            if (!named.contains(attendance->person)) {
                people.insert(attendance->person);
            }
        }
        mark_gone(m_notebook, gone);
        m_result.gone = static_cast<int>(people.size());
    }

    Notebook& m_notebook;
    ListReading const& m_list;
    Instant m_now;
    Watch const& m_watch;
    Tombstones m_tombstones;
    ImportResult m_result;
    ListId m_id;
    std::optional<RowWriter> m_writer;
    std::vector<StoredList> m_lists;
    std::unordered_set<std::string> m_versions;
    bool m_all_asked = false;             ///< about everybody known before
    std::unordered_set<PersonId> m_added; ///< of those known before
    std::unordered_set<PersonId> m_updated;
    std::unordered_set<PersonId> m_unchanged;
};

} // namespace

class ListImport::State {
public:
    State(Notebook& notebook, Event const& event, Instant now, Watch const& watch)
        : m_notebook(notebook), m_event(event), m_now(now), m_watch(watch), m_transaction(notebook), m_known(known_people(notebook)), m_different(different_people(notebook))
    {
    }

    void take(RosterRow const& row) { m_people.take(row); }
    ImportResult finish(ListReading const& list)
    {
        auto result = Import(m_notebook, list, m_now, m_watch).run(m_event, m_people, {m_known, m_different});
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
    std::vector<std::pair<PersonId, PersonId>> m_different;
    ListedPeople m_people{m_notebook, {m_known, m_different}};
};

ListImport::ListImport(Notebook& notebook, Event const& event, Instant now, Watch const& watch) : m_state(std::make_unique<State>(notebook, event, now, watch)) {}

ListImport::~ListImport() = default;

void ListImport::take(RosterRow const& row) { m_state->take(row); }

ImportResult ListImport::finish(ListReading const& list) { return m_state->finish(list); }

ImportResult import_list(Notebook& notebook, ListReading const& list, Event const& event, Instant now, Watch const& watch)
{
    ListImport import(notebook, event, now, watch);
    std::size_t rows = 0;
    for (auto const& row : list.rows) {
        if (rows++ % rows_between_looks == 0) {
            watch.check();
        }
        import.take(row);
    }
    return import.finish(list);
}

} // namespace knowwho
