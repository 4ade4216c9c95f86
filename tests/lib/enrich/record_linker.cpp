// SPDX-License-Identifier: MIT
#include "enrich/record_linker.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>
#include <string>
#include <vector>

namespace knowwho {
BOOST_AUTO_TEST_SUITE(record_linker)
namespace {

Attendance attendee(std::string const& given, std::string const& family, std::string const& organisation)
{
    auto one = Attendance{};
    one.row.name.given = given;
    one.row.name.family = family;
    one.row.name.written = given + ' ' + family;
    one.row.organisation = organisation;
    return one;
}

std::vector<Attendance> roster()
{
    return {attendee("Karin", "Wiesner", "Technische Universität Holmstadt"), attendee("Jens", "Peters", "Talbach Pumpen GmbH"),
        attendee("Heike", "Ährenfeld", "Hallerbruch Maschinenfabrik AG")};
}

SourceRecord record(std::string const& organisation, std::string const& field)
{
    return {{"Karin Wiesner"}, {{"organisation", organisation}, {"field", field}}};
}

LinkDecision quotable()
{
    auto decision = LinkDecision{};
    decision.probability = 0.995;
    decision.state = LinkState::quotable;
    return decision;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_record_at_the_house_on_the_list_is_the_likelier_one)
{
    auto const people = roster();
    auto const records = std::vector{record("Charité Berlin", "Cardiology"), record("Technische Universität Holmstadt", "Bearings")};
    auto const chances = RecordLinker{people}.chances(people[0], records);
    BOOST_REQUIRE_EQUAL(chances.size(), 2);
    BOOST_TEST(chances[1] > 0.8);
    BOOST_TEST(chances[0] < 0.1);
    BOOST_TEST(std::accumulate(chances.begin(), chances.end(), 0.0) <= 1.0);
}

BOOST_AUTO_TEST_CASE(of_two_records_that_fit_alike_neither_is_sure)
{
    auto const people = roster();
    auto const records = std::vector{record("Technische Universität Holmstadt", "Bearings"), record("Technische Universität Holmstadt", "Bearings")};
    for (auto const chance : RecordLinker{people}.chances(people[0], records)) {
        BOOST_TEST(chance < 0.6);
    }
}

BOOST_AUTO_TEST_CASE(what_was_asked_before_changes_nothing)
{
    auto const people = roster();
    auto const linker = RecordLinker{people};
    auto const records = std::vector{record("Technische Universität Holmstadt", "Bearings")};
    auto const before = linker.chances(people[0], records);
    linker.chances(people[1], std::vector{record("Talbach Pumpen GmbH", "Pumps")});
    BOOST_TEST(linker.chances(people[0], records) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_records_there_are_no_chances)
{
    auto const people = roster();
    BOOST_TEST(RecordLinker{people}.chances(people[0], {}).empty());
}

BOOST_AUTO_TEST_CASE(a_piece_is_no_surer_than_the_record_that_led_to_it)
{
    auto doubtful = quotable();
    heed_record(doubtful, 0.6, 2);
    BOOST_TEST((doubtful.state == LinkState::question));
    BOOST_TEST(doubtful.probability == 0.6);
    auto namesake = quotable();
    heed_record(namesake, 0.01, 2);
    BOOST_TEST((namesake.state == LinkState::rejected));
    auto sure = quotable();
    heed_record(sure, 0.97, 1);
    BOOST_TEST((sure.state == LinkState::quotable));
    BOOST_TEST(sure.probability == 0.995);
    BOOST_TEST(sure.signals.back().name == "record");
}

BOOST_AUTO_TEST_CASE(a_sure_record_makes_no_piece_surer)
{
    auto decision = LinkDecision{};
    decision.probability = 0.3;
    decision.state = LinkState::question;
    heed_record(decision, 0.99, 1);
    BOOST_TEST((decision.state == LinkState::question));
    BOOST_TEST(decision.probability == 0.3);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace knowwho
