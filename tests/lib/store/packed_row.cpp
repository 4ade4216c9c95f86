// SPDX-License-Identifier: MIT
// A row that waits packed for its person comes out as it went in, and is written as it is.
#include "store/attendances.hpp"
#include "store/events.hpp"
#include "store/lists.hpp"
#include "store/notebook.hpp"
#include "store/row_writer.hpp"

#include "model/error.hpp"

#include <boost/test/unit_test.hpp>

namespace knowwho::test_packed_row {
namespace {

using namespace std::string_literals;

RosterRow full_row()
{
    auto row = RosterRow{};
    row.line = 7;
    row.raw = {{"Name", "Dr. Anna \"Anni\" Berg\\"}, {"", "zwei\nZeilen"}};
    row.raw.append({{"Vortrag", "Ofen\0kalt"s}});
    row.name = {"Dr. Anna Berg", Salutation::mrs, "Dr.", "Anna", "Lena", "Berg", "MBA", "Anni", "Tal", 0.25};
    row.organisation = "Öfen & Söhne";
    row.unit = "Einkauf";
    row.role = "Leiterin";
    row.email = "a@b.example";
    row.website = "https://b.example";
    row.place = "Kiel";
    row.country = "DE";
    row.about = std::string(70'000, 'x');
    row.others = {{"Tisch", "\"4\""}, {"", ""}};
    row.status = AttendanceStatus::waiting;
    row.talks = {{"Wärme", "Über\tWärme", "R1", "14:00", ""}, {}};
    return row;
}

void check_same(RosterRow const& one, RosterRow const& other)
{
    BOOST_TEST(one.line == other.line);
    BOOST_TEST((one.raw == other.raw));
    BOOST_TEST((one.name == other.name));
    for (auto const member : {&RosterRow::organisation, &RosterRow::unit, &RosterRow::role, &RosterRow::email, &RosterRow::website, &RosterRow::place, &RosterRow::country, &RosterRow::about}) {
        BOOST_TEST((one.*member) == (other.*member));
    }
    BOOST_TEST((one.others == other.others));
    BOOST_TEST((one.status == other.status));
    BOOST_TEST((one.talks == other.talks));
}

struct Fixture {
    Notebook book = Notebook::in_memory();
    EventId event = ensure_event(book, {{}, "Forum", "", {}, {}, Instant{}});
    ListId list = add_list(book, {{}, event, "liste.csv", "csv", "UTF-8", "h1", 1, Instant{}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(packed_row, Fixture)

BOOST_AUTO_TEST_CASE(comes_out_as_it_went_in)
{
    check_same(PackedRow(book, full_row()).unpacked(book), full_row());
    check_same(PackedRow(book, RosterRow{}).unpacked(book), RosterRow{});
}

BOOST_AUTO_TEST_CASE(is_written_as_it_is)
{
    auto writer = RowWriter{book, event, list};
    auto const row = PackedRow{book, full_row()};
    auto const person = writer.add_person(row);
    writer.add_attendance(person, row);
    auto const nothing = PackedRow{book, {}};
    writer.add_attendance(writer.add_person(nothing), nothing);
    auto const written = attendances(book, event);
    BOOST_REQUIRE(written.size() == 2U);
    BOOST_TEST((written[0].person == person));
    check_same(written[0].row, full_row());
    check_same(written[1].row, RosterRow{});
}

BOOST_AUTO_TEST_CASE(a_writer_that_fails_says_so_and_goes_on)
{
    auto writer = RowWriter{book, event, list};
    auto const row = PackedRow{book, {}};
    BOOST_CHECK_THROW(writer.add_attendance(PersonId{99}, row), Error); // nobody
    auto const person = writer.add_person(row);
    writer.add_attendance(person, row);
    BOOST_TEST(attendances(book, person).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho::test_packed_row
