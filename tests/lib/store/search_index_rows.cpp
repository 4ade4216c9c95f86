// SPDX-License-Identifier: MIT
#include "store/search_index.hpp"

#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <fmt/format.h>
#include <string>

namespace knowwho::test_search_index_rows {
namespace {

/// Somebody of the notebook who is on a list of so many.
PersonId fill(Notebook& notebook, int people)
{
    auto transaction = Transaction{notebook};
    auto const event = ensure_event(notebook, {{}, "Testtag", "Hannover", {}, {}, {}});
    auto const list = add_list(notebook, {{}, event, "liste.csv", "csv", "UTF-8", "x", people, {}});
    auto last = PersonId{};
    for (int i = 0; i < people; ++i) {
        auto row = RosterRow{};
        row.name.written = fmt::format("Anna Nummer{}", i);
        row.name.given = "Anna";
        row.name.family = fmt::format("Nummer{}", i);
        row.place = i % 2 == 0 ? "Kassel" : "Köln";
        last = add_person(notebook, row.name);
        add_attendance(notebook, event, list, last, row);
    }
    transaction.commit();
    return last;
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_index_rows)

BOOST_AUTO_TEST_CASE(many_rows_are_found_whether_read_beside_or_not)
{
    constexpr int many = 5'003; // more than are read by one connection
    auto const folder = test::TemporaryFolder{};
    auto in_file = Notebook::open(folder.path() / "n.db");
    auto in_memory = Notebook::in_memory();
    for (auto* const notebook : {&in_file, &in_memory}) {
        auto const last = fill(*notebook, many);
        refresh_search(*notebook);
        BOOST_TEST(count_in_index(*notebook, "anna", 10'000) == std::size_t{many});
        BOOST_TEST(count_in_index(*notebook, "koln", 10'000) == std::size_t{many / 2});
        auto const hits = search_index(*notebook, fmt::format("nummer{}", many - 1), 10);
        BOOST_REQUIRE_EQUAL(hits.size(), 1);
        BOOST_TEST(hits.front().person.value == last.value);
    }
}

BOOST_AUTO_TEST_CASE(what_an_open_transaction_wrote_is_indexed_in_it)
{
    auto const folder = test::TemporaryFolder{};
    auto notebook = Notebook::open(folder.path() / "n.db");
    auto transaction = Transaction{notebook};
    fill(notebook, 2'500);
    refresh_search(notebook);
    BOOST_TEST(count_in_index(notebook, "nummer2499", 10) == 1u);
    transaction.commit();
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_search_index_rows
