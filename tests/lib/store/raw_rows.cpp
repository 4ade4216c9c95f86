// SPDX-License-Identifier: MIT
// Raw rows share their headers, and those of older notebooks are read as they are.
#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/people.hpp"
#include "store/query.hpp"
#include "store/search_index.hpp"

#include <boost/test/unit_test.hpp>


namespace knowwho::test_raw_rows {
namespace {

struct Fixture {
    Notebook book = Notebook::in_memory();
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    ListId list = add_list(book, {{}, event, "liste.csv", "csv", "UTF-8", "h1", 1, Instant{}});

    PersonId add(std::string written, RawRow raw)
    {
        auto row = RosterRow{};
        row.name.written = std::move(written);
        row.raw = std::move(raw);
        auto const person = add_person(book, row.name);
        add_attendance(book, event, list, person, row);
        return person;
    }

    RawRow raw_of(PersonId person) const { return attendances(book, person).front().row.raw; }

    std::int64_t count(char const* sql)
    {
        auto query = Query{book, sql};
        query.next();
        return query.integer(0);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(raw_rows, Fixture)

BOOST_AUTO_TEST_CASE(the_headers_of_a_list_are_stored_once)
{
    auto const anna = add("Anna Meier", {{"Name", "Anna Meier"}, {"Firma", "Beispiel AG"}});
    auto const bernd = add("Bernd Huber", {{"Name", "Bernd Huber"}, {"Firma", "Nord \"Licht\""}});
    BOOST_TEST(count("SELECT count(*) FROM raw_header") == 1);
    BOOST_TEST((raw_of(anna) == RawRow{{"Name", "Anna Meier"}, {"Firma", "Beispiel AG"}}));
    BOOST_TEST((raw_of(bernd) == RawRow{{"Name", "Bernd Huber"}, {"Firma", "Nord \"Licht\""}}));
}

BOOST_AUTO_TEST_CASE(joined_rows_keep_the_headers_of_their_lists)
{
    auto raw = RawRow{{"Name", "Anna Meier"}, {"", "no header"}};
    raw.append({{"Speaker", "Dr. Anna Meier"}, {"Talk", "12"}, {"Room", ""}});
    auto const read = raw_of(add("Anna Meier", raw));
    BOOST_TEST((read == raw));
    BOOST_TEST(read.size() == 5);
    BOOST_TEST(read.contains({{"Speaker", "Dr. Anna Meier"}, {"Talk", "12"}, {"Room", ""}}));
    BOOST_TEST(!read.contains({{"Speaker", "Dr. Anna Meier"}, {"Talk", "13"}, {"Room", ""}}));
}

BOOST_AUTO_TEST_CASE(a_row_that_an_older_program_wrote_is_read_and_found)
{
    auto const person = add("Anna Meier", {});
    Query{book, R"(UPDATE attendance SET raw = '["Name","Anna Meier","Essen","vegetarisch","Name","A. Meier","Essen","a \"b\""]')"}.run();
    auto const raw = raw_of(person);
    BOOST_TEST((raw == RawRow{{"Name", "Anna Meier"}, {"Essen", "vegetarisch"}, {"Name", "A. Meier"}, {"Essen", "a \"b\""}}));
    BOOST_TEST(raw.contains({{"Name", "A. Meier"}, {"Essen", "a \"b\""}}));
    refresh_search(book);
    BOOST_TEST(search_index(book, "list:vegetarisch", 5).size() == 1);
    BOOST_TEST(search_index(book, "list:essen", 5).empty());
}

BOOST_AUTO_TEST_CASE(values_are_found_and_headers_are_not)
{
    add("Anna Meier", {{"Name", "Anna Meier"}, {"Essen", "vegetarisch"}});
    refresh_search(book);
    BOOST_TEST(search_index(book, "list:vegetarisch", 5).size() == 1);
    BOOST_TEST(search_index(book, "list:essen", 5).empty());
}

BOOST_AUTO_TEST_CASE(headers_that_were_rolled_back_are_written_again)
{
    auto const raw = RawRow{{"Name", "Anna Meier"}};
    {
        auto const undone = Transaction{book};
        add("Anna Meier", raw);
    }
    BOOST_TEST((raw_of(add("Anna Meier", raw)) == raw));
}

BOOST_AUTO_TEST_CASE(a_row_damaged_by_hand_loses_itself_only)
{
    auto const anna = add("Anna Meier", {{"Name", "Anna Meier"}});
    auto const bernd = add("Bernd Huber", {{"Name", "Bernd Huber"}});
    for (auto const* const text : {"[", "[1,", "[1,\"a", "[\"a", "nothing", "{}", "[99,\"x\"]"}) {
        Query{book, "UPDATE attendance SET raw = ? WHERE person = ?"}.bind(text, anna.value).run();
        BOOST_TEST(raw_of(anna).size() <= 1);
        BOOST_TEST((*raw_of(bernd).begin()).value == "Bernd Huber");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_raw_rows
