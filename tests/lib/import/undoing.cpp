// SPDX-License-Identifier: MIT
// Random lists, versions, merges and splits: whatever was made one comes apart as it was, and stays so.
#include "identity/merging.hpp"
#include "import/importer.hpp"
#include "import/read_list.hpp"
#include "model/error.hpp"
#include "store/attendances.hpp"
#include "store/contacts.hpp"
#include "store/encounters.hpp"
#include "store/events.hpp"
#include "store/follow_ups.hpp"
#include "store/introductions.hpp"
#include "store/judgements.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(undoing)
namespace {

auto const today = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}};

/// Few names, houses and mailboxes, so that most rows have to do with each other.
class RandomLists {
public:
    explicit RandomLists(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }

    std::string row()
    {
        static std::vector<std::string> const given{"Karl", "Carl", "Anna", "Eva", "K."};
        static std::vector<std::string> const family{"Brandl", "Brandel", "Vahlbruch", "Lindner-Quast"};
        static std::vector<std::string> const houses{"Brandl Guss", "Brandl Guss GmbH", "Hallwang Antriebe", ""};
        static std::vector<std::string> const roles{"Inhaber", "Lehrling", "Leiterin Technik", ""};
        auto const name = one_of(family);
        auto const mail = std::vector<std::string>{"", "info@guss.example", name + "@guss.example", name + "@hallwang.example"};
        return fmt::format("{};{};{};{};{}\n", one_of(given), name, one_of(houses), one_of(roles), one_of(mail));
    }

    std::vector<std::string> rows()
    {
        auto rows = std::vector<std::string>(1 + below(9));
        std::ranges::generate(rows, [&] { return row(); });
        return rows;
    }

    template <typename Value>
    Value one_of(std::vector<Value> const& values)
    {
        return values[below(values.size())];
    }

private:
    std::mt19937 m_random;
};

std::string list_of(std::vector<std::string> const& rows)
{
    auto text = std::string{"Vorname;Nachname;Firma;Funktion;E-Mail\n"};
    for (auto const& row : rows) {
        text += row;
    }
    return text;
}

/// A notebook with a file, of which every word can be compared.
class World {
public:
    explicit World(unsigned seed) : lists(seed) {}

    ImportResult import(std::string const& event, std::string const& file, std::vector<std::string> const& rows)
    {
        auto at = Event{};
        at.name = event;
        return import_list(notebook, read_list(file, list_of(rows), {}, {}), at, today, {});
    }

    std::vector<PersonId> people() const
    {
        auto ids = std::set<PersonId>{};
        for (auto const& person : known_people(notebook)) {
            ids.insert(person.id);
        }
        return {ids.begin(), ids.end()};
    }

    /// Something that hangs on somebody.
    void note(PersonId person)
    {
        auto const kind = lists.below(4);
        if (kind <= 1) {
            auto contact = Contact{};
            contact.person = person;
            contact.interests = lists.one_of(std::vector<std::string>{"", "rowing", "sensors"});
            contact.phone = lists.one_of(std::vector<std::string>{"", "+49 30 1"});
            contact.source = "met";
            contact.added_at = today;
            save_contact(notebook, contact);
        }
        if (kind == 1) {
            auto encounter = Encounter{};
            encounter.person = person;
            encounter.talked = "presses";
            encounter.happened_at = today;
            encounter.id = add_encounter(notebook, encounter);
            auto promise = Promise{};
            promise.encounter = encounter.id;
            promise.person = person;
            promise.what = "send the paper";
            promise.id = add_promise(notebook, promise);
        } else if (kind == 2) {
            auto const event = events(notebook).front().id;
            auto one = judgement(notebook, event, person);
            one.mark = lists.below(2) == 0 ? Mark::pinned : Mark::vetoed;
            save_judgement(notebook, event, person, one);
        } else if (auto const other = lists.one_of(people()); other != person) {
            save_introduction(notebook, std::min(person, other), std::max(person, other), "asked", "x", today + std::chrono::hours{lists.below(9)});
        }
    }

    /// Every row of every table but those that are remade when asked for, and what each undoing notes: that the two differ.
    std::string everything() const
    {
        auto text = std::string{};
        for (auto const& [table, columns] : {std::pair{"event", "*"}, {"list", "*"}, {"person", "*"}, {"attendance", "*"}, {"contact", "*"}, {"encounter", "*"},
                 {"promise", "*"}, {"follow_up", "*"}, {"introduction", "*"}, {"outcome", "*"}, {"target", "*"}, {"judgement", "*"}, {"link", "*"},
                 {"remark WHERE note || tags || do_not_mention <> ''", "person, note, tags, do_not_mention"}, {"change", "*"}, {"recognition", "*"},
                 {"merge", "*"}, {"merge_row", "*"}, {"setting", "*"}, {"source_state", "*"}, {"raw_header", "*"}}) {
            text += fmt::format("{}:\n{}", table, rows_of(fmt::format("SELECT {} FROM {} ORDER BY 1, 2", columns, table)));
        }
        return text;
    }

    std::string broken() const { return rows_of("SELECT * FROM pragma_foreign_key_check") + rows_of("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'"); }

    /// Whose each row of the rosters is.
    std::map<std::int64_t, PersonId> owners() const
    {
        auto all = std::map<std::int64_t, PersonId>{};
        for (auto const& event : events(notebook)) {
            for (auto const& row : attendances(notebook, event.id)) {
                all[row.id.value] = row.person;
            }
        }
        return all;
    }

    test::TemporaryFolder folder;
    Notebook notebook = Notebook::open(folder.path() / "random.db");
    RandomLists lists;

private:
    std::string rows_of(std::string const& sql) const
    {
        auto text = std::string{};
        sqlite3* database = nullptr;
        sqlite3_open((folder.path() / "random.db").c_str(), &database);
        sqlite3_exec(database, sql.c_str(), [](void* into, int count, char** values, char**) {
            for (int column = 0; column < count; ++column) {
                *static_cast<std::string*>(into) += std::string{values[column] == nullptr ? "NULL" : values[column]} + (column + 1 < count ? '|' : '\n');
            }
            return 0;
        }, &text, nullptr);
        sqlite3_close(database);
        return text;
    }
};

/// Merges two at random; whether they could be.
std::optional<StoredMerge> merge_some(World& world)
{
    auto const people = world.people();
    try {
        return merge_people(world.notebook, world.lists.one_of(people), world.lists.one_of(people), "said so", today);
    } catch (Error const&) {
        return std::nullopt; // one person already, or one introduced the other
    }
}

void fill(World& world)
{
    for (auto const event : {"Frühjahr", "Frühjahr", "Herbst"}) {
        world.import(event, fmt::format("{}{}.csv", event, world.lists.below(2)), world.lists.rows());
    }
    for (int i = 0; i < 6; ++i) {
        world.note(world.lists.one_of(world.people()));
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(merges_in_a_row_come_apart_from_the_last_as_they_were)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        auto world = World{seed};
        fill(world);
        auto before = std::vector<std::string>{};
        auto made = std::vector<StoredMerge>{};
        for (int i = 0; i < 4; ++i) {
            auto const now = world.everything();
            if (auto const merge = merge_some(world)) {
                before.push_back(now);
                made.push_back(*merge);
            }
        }
        while (!made.empty()) {
            BOOST_TEST_REQUIRE(world.everything() != before.back());
            split_merge(world.notebook, made.back(), today);
            BOOST_TEST_REQUIRE(world.everything() == before.back(), "seed " << seed << ", merge " << made.size());
            BOOST_TEST_REQUIRE(world.broken() == "");
            made.pop_back();
            before.pop_back();
        }
    }
}

BOOST_AUTO_TEST_CASE(every_row_of_every_list_is_there_as_it_was_read)
{
    auto const read = [](std::vector<std::string> const& rows) {
        auto prints = std::multiset<std::string>{};
        for (auto const& row : read_list("a.csv", list_of(rows), {}, {}).rows) {
            prints.insert(row_fingerprint(row));
        }
        return prints;
    };
    for (unsigned seed = 1; seed <= 12; ++seed) {
        auto world = World{seed};
        auto const kept = [&](EventId event) {
            auto prints = std::multiset<std::string>{};
            for (auto const& row : attendances(world.notebook, event)) {
                if (!row.gone) {
                    prints.insert(row_fingerprint(row.row));
                }
            }
            return prints;
        };
        auto const rows = world.lists.rows();
        auto const event = world.import("Frühjahr", "a.csv", rows).event;
        BOOST_TEST((kept(event) == read(rows)), "seed " << seed);
        auto const others = world.lists.rows();
        world.import("Frühjahr", "b.csv", others);
        BOOST_TEST(std::ranges::includes(kept(event), read(others)), "seed " << seed);
        auto const more = world.lists.rows();
        world.import("Frühjahr", "a.csv", more);
        BOOST_TEST(std::ranges::includes(kept(event), read(more)), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(what_was_told_apart_stays_apart_in_every_later_version)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        auto world = World{seed};
        auto rows = world.lists.rows();
        auto const event = world.import("Frühjahr", "list.csv", rows).event;
        for (auto const person : world.people()) {
            auto const own = attendances(world.notebook, event, person);
            if (own.size() > 1) {
                split_rows(world.notebook, person, {own.back().id}, today);
            }
        }
        auto const decided = world.owners();
        std::ranges::rotate(rows, rows.begin() + static_cast<std::ptrdiff_t>(world.lists.below(rows.size())));
        rows.push_back(fmt::format("Xaver;Zwingenberg;Zwingenberg Uhren;{};\n", seed));
        auto const again = world.import("Frühjahr", "list.csv", rows);
        BOOST_TEST(again.gone == 0);
        auto now = world.owners();
        std::erase_if(now, [&](auto const& row) { return !decided.contains(row.first); });
        BOOST_TEST((now == decided), "seed " << seed);
        BOOST_TEST(world.owners().size() == rows.size(), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(rows_that_come_apart_and_together_again_are_as_they_were)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        auto world = World{seed};
        fill(world);
        for (auto const person : world.people()) {
            auto const own = attendances(world.notebook, person);
            if (own.size() < 2) {
                continue;
            }
            auto const owners = world.owners();
            auto const other = split_rows(world.notebook, person, {own.front().id}, today);
            for (auto const& [row, owner] : world.owners()) {
                BOOST_TEST_REQUIRE((owner == (row == own.front().id.value ? other : owners.at(row))));
            }
            merge_people(world.notebook, person, other, "after all", today);
            BOOST_TEST_REQUIRE((world.owners() == owners));
            BOOST_TEST_REQUIRE(world.broken() == "");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
