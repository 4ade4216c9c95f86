// SPDX-License-Identifier: MIT
// A year of a working person: three events, forty encounters, promises kept and missed, newer lists,
// merges and splits, forgetting, purge. After every step the notebook must check out, also when killed between any two.
#include "follow_up/agenda.hpp"
#include "follow_up/find.hpp"
#include "follow_up/forget.hpp"
#include "follow_up/introduce.hpp"
#include "follow_up/noting.hpp"
#include "follow_up/purge.hpp"
#include "follow_up/rhythm.hpp"
#include "identity/merging.hpp"
#include "identity/recognition_keys.hpp"
#include "identity/resolve.hpp"
#include "store/attendances.hpp"
#include "store/encounters.hpp"
#include "store/follow_ups.hpp"
#include "store/introductions.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/search_index.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <set>
#include <sqlite3.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(story)
namespace {

using namespace std::chrono;

constexpr int people_per_event = 60;

Instant day(int month, int day_of_month)
{
    return sys_days{2026y / month / day_of_month} + hours{19};
}

/// The one number of a statement, by SQLite itself.
int number(std::filesystem::path const& file, char const* sql)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_stmt* statement = nullptr;
    BOOST_REQUIRE_EQUAL(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr), SQLITE_OK);
    int const got = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return got;
}

RosterRow row_of(int index)
{
    auto row = RosterRow{};
    row.line = index + 2;
    row.name.given = fmt::format("Given{}", index);
    row.name.family = fmt::format("Family{}", index);
    row.name.written = row.name.given + ' ' + row.name.family;
    row.organisation = fmt::format("House{} GmbH", index / 2);
    row.email = fmt::format("g{}@house{}.example", index, index / 2);
    row.raw = {{"Name", row.name.written}};
    return row;
}

/// One person's year, step by step. Every step opens the notebook anew, as a command does.
class Year {
public:
    explicit Year(std::filesystem::path file) : m_file(std::move(file)) {}

    void step(std::string const& what, Instant now, std::function<void(Notebook&)> const& work)
    {
        BOOST_TEST_CONTEXT(what)
        {
            if (m_can_be_killed) {
                // Killed before the commit: nothing of the step may be there.
                auto const before = everything();
                die_in_the_middle(work);
                BOOST_TEST(everything() == before);
                check(now);
            }
            auto notebook = Notebook::open(m_file);
            work(notebook);
            refresh_search(notebook);
        }
        check(now);
    }

    /// Steps that rewrite the file can't run inside a transaction.
    void last_step(std::string const& what, Instant now, std::function<void(Notebook&)> const& work)
    {
        m_can_be_killed = false;
        step(what, now, work);
        m_can_be_killed = true;
    }

    void import(Notebook& notebook, std::string const& name, PartialDate date, int first, int count, std::string const& hash, Instant now)
    {
        auto const event = ensure_event(notebook, {{}, name, "Hannover", date, date, now});
        auto const list = add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", hash, count, now});
        auto rows = std::vector<RosterRow>{};
        for (int index = first; index < first + count; ++index) {
            rows.push_back(row_of(index));
        }
        auto const stones = Tombstones{notebook};
        auto here = std::set<PersonId>{};
        for (auto const& one : attendances(notebook, event)) {
            here.insert(one.person);
        }
        auto const resolved = resolve_people(rows, {known_people(notebook)});
        for (std::size_t index = 0; index < rows.size(); ++index) {
            auto const& row = rows[index];
            if (!resolved[index].known && stones.covers(recognition_keys(row.name, row.organisation, row.email, row.place))) {
                continue;
            }
            auto const person = resolved[index].known ? *resolved[index].known : add_person(notebook, row.name);
            if (here.insert(person).second) {
                add_attendance(notebook, event, list, person, row);
            }
        }
    }

    void forgotten(std::string const& name) { m_forgotten.push_back(name); }

private:
    /// Another process does the work and is gone before it commits, without any destructor.
    void die_in_the_middle(std::function<void(Notebook&)> const& work) const
    {
        auto const child = ::fork();
        if (child == 0) {
            auto notebook = Notebook::open(m_file);
            auto const transaction = new Transaction{notebook};
            work(notebook);
            refresh_search(notebook);
            ::kill(::getpid(), transaction == nullptr ? SIGTERM : SIGKILL);
        }
        int status = 0;
        BOOST_REQUIRE_EQUAL(::waitpid(child, &status, 0), child);
        BOOST_TEST(WIFSIGNALED(status));
    }

    /// How many rows each table has.
    std::vector<int> everything() const
    {
        auto counts = std::vector<int>{};
        for (auto const* const table : {"person", "attendance", "contact", "encounter", "promise", "follow_up", "introduction", "merge",
                 "merge_row", "different_people", "tombstone", "list", "event", "search"}) {
            counts.push_back(number(m_file, fmt::format("SELECT count(*) FROM {}", table).c_str()));
        }
        return counts;
    }

    void check(Instant now)
    {
        BOOST_TEST(number(m_file, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
        BOOST_TEST(number(m_file, "SELECT (SELECT integrity_check FROM pragma_integrity_check) = 'ok'") == 1);
        BOOST_TEST(number(m_file, "SELECT count(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE person = p.id)"
                                  " AND NOT EXISTS (SELECT 1 FROM contact WHERE person = p.id)") == 0);
        BOOST_TEST(number(m_file, "SELECT count(*) FROM merge m WHERE EXISTS (SELECT 1 FROM person WHERE id = m.gone)") == 0);
        BOOST_TEST(number(m_file, "SELECT count(*) FROM promise p JOIN encounter e ON e.id = p.encounter WHERE e.person <> p.person") == 0);
        BOOST_TEST(number(m_file, "SELECT count(*) FROM promise WHERE state = 'open' AND id NOT IN"
                                  " (SELECT promise FROM follow_up WHERE state = 'open' AND promise IS NOT NULL)") == 0);
        for (auto const& name : m_forgotten) {
            BOOST_TEST(number(m_file, fmt::format("SELECT count(*) FROM person WHERE written = '{}'", name).c_str()) == 0);
        }
        auto notebook = Notebook::open(m_file);
        BOOST_CHECK_NO_THROW(agenda(notebook, Which::all, now));
        BOOST_CHECK_NO_THROW(contact_states(notebook, now));
    }

    std::filesystem::path m_file;
    std::vector<std::string> m_forgotten;
    bool m_can_be_killed = true;
};

PersonId person(Notebook& notebook, int index)
{
    auto const found = people_named(notebook, row_of(index).name.written, 50);
    BOOST_REQUIRE_EQUAL(found.size(), 1);
    return found.front().person;
}

EncounterNote talk(Notebook& notebook, int index, Instant when, std::optional<int> introducer, EventId event)
{
    auto note = EncounterNote{};
    note.encounter.person = person(notebook, index);
    note.encounter.event = event;
    note.encounter.happened_at = when;
    note.encounter.talked = fmt::format("topic {}", index);
    if (introducer) {
        note.encounter.introduced_by = person(notebook, *introducer);
    }
    if (index % 2 == 0) {
        note.promises.push_back(parse_promise("send the paper", index % 4 == 0));
    }
    return note;
}

void meet(Year& year, int first, int count, Instant when, std::string const& event)
{
    for (int index = first; index < first + count; ++index) {
        year.step(fmt::format("meet {}", index), when, [&](Notebook& notebook) {
            auto const introducer = index % 5 == 1 ? std::optional{index - 1} : std::nullopt;
            note_encounter(notebook, talk(notebook, index, when, introducer, find_event(notebook, event)->id), when);
        });
    }
}

/// Two of three follow-ups get done, one in nine is dropped.
void work_off(Notebook& notebook, Instant now)
{
    for (auto const& item : agenda(notebook, Which::open, now)) {
        auto const turn = item.follow_up.id.value % 9;
        if (turn < 6) {
            close_follow_up(notebook, item.follow_up, FollowUpState::done, {}, now);
        } else if (turn == 6) {
            close_follow_up(notebook, item.follow_up, FollowUpState::dropped, "no need", now);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(a_year_of_three_events_checks_out_after_every_step)
{
    auto const folder = test::TemporaryFolder{};
    auto const file = folder.path() / "year.db";
    Notebook::open(file);
    auto year = Year{file};

    year.step("spring list", day(3, 1), [&](Notebook& n) { year.import(n, "Spring", {2026, 3, 10}, 0, people_per_event, "s1", day(3, 1)); });
    meet(year, 0, 14, day(3, 10), "Spring");
    year.step("follow up", day(3, 12), [&](Notebook& n) { work_off(n, day(3, 12)); });
    year.step("two are one", day(3, 13), [&](Notebook& n) { merge_people(n, person(n, 7), person(n, 9), "seems so", day(3, 13)); });
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == people_per_event - 1);
    year.step("newer list", day(3, 14), [&](Notebook& n) { year.import(n, "Spring", {2026, 3, 10}, 5, people_per_event, "s2", day(3, 14)); });
    // Both rows of whoever was merged are known again.
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == people_per_event + 5 - 1);
    year.step("they are two", day(3, 15), [&](Notebook& n) { split_merge(n, merges(n, person(n, 7)).front(), day(3, 15)); });
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == people_per_event + 5);
    year.last_step("forget", day(3, 20), [&](Notebook& n) { forget_person(n, person(n, 3), "0123456789abcdef", day(3, 20)); });
    year.forgotten("Given3 Family3");
    year.step("old list again", day(3, 21), [&](Notebook& n) { year.import(n, "Spring", {2026, 3, 10}, 0, people_per_event, "s3", day(3, 21)); });
    year.last_step("purge too early", day(4, 8), [&](Notebook& n) { BOOST_TEST(purge(n, day(4, 8)) == 0); });
    year.last_step("purge", day(4, 12), [&](Notebook& n) { BOOST_TEST(purge(n, day(4, 12)) == people_per_event + 5 - 14); });
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == 13);

    year.step("summer list", day(6, 1), [&](Notebook& n) { year.import(n, "Summer", {2026, 6, 15}, 0, people_per_event, "u1", day(6, 1)); });
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == people_per_event - 1);
    meet(year, 10, 13, day(6, 15), "Summer");
    year.step("introduce", day(6, 20), [&](Notebook& n) { save_introduction(n, person(n, 10), person(n, 11), "made", "x", day(6, 20)); });
    year.step("two are one", day(6, 21), [&](Notebook& n) { merge_people(n, person(n, 12), person(n, 13), "same mailbox", day(6, 21)); });
    year.step("two are one", day(6, 21), [&](Notebook& n) { merge_people(n, person(n, 17), person(n, 18), "same mailbox", day(6, 21)); });
    year.step("follow up", day(6, 25), [&](Notebook& n) { work_off(n, day(6, 25)); });
    year.last_step("forget an introducer", day(7, 1), [&](Notebook& n) { forget_person(n, person(n, 10), "other salt 12345", day(7, 1)); });
    year.forgotten("Given10 Family10");
    BOOST_TEST(number(file, "SELECT count(*) FROM introduction") == 0);
    year.last_step("forget two that were one", day(7, 2), [&](Notebook& n) { forget_person(n, person(n, 17), "other salt 12345", day(7, 2)); });
    year.forgotten("Given17 Family17");
    year.forgotten("Given18 Family18");

    year.step("autumn list", day(10, 1), [&](Notebook& n) { year.import(n, "Autumn", {2026, 10, 8}, 0, people_per_event, "a1", day(10, 1)); });
    meet(year, 30, 13, day(10, 8), "Autumn");
    year.step("follow up", day(10, 10), [&](Notebook& n) { work_off(n, day(10, 10)); });
    year.last_step("purge", day(12, 1), [&](Notebook& n) { purge(n, day(12, 1)); });
    BOOST_TEST(number(file, "SELECT count(*) FROM person p WHERE NOT EXISTS (SELECT 1 FROM encounter WHERE person = p.id)") == 0);

    // Met 0–13 without 3 and 10, 11–22 without 17 and 18, 30–42: those of two events once, and 12 is also 13.
    BOOST_TEST(number(file, "SELECT count(*) FROM person") == 12 + 7 + 13 - 1);
    auto notebook = Notebook::open(file);
    BOOST_TEST(encounters(notebook).size() == 13 - 1 + 10 + 13);
    BOOST_TEST(contact_states(notebook, day(12, 1)).size() == 31);
    BOOST_TEST(number(file, "SELECT count(*) FROM promise WHERE state = 'kept'") > 5);
    BOOST_TEST(number(file, "SELECT count(*) FROM follow_up WHERE state = 'open'") > 5);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
