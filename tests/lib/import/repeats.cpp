// SPDX-License-Identifier: MIT
#include "identity/name_parser.hpp"
#include "import/repeats.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(repeats)

namespace {

RosterRow row(std::string_view name, std::string organisation, std::string talk = {})
{
    auto made = RosterRow{};
    made.name = parse_name(name);
    made.organisation = std::move(organisation);
    if (!talk.empty()) {
        made.talks.push_back({std::move(talk), {}, {}, {}, {}});
    }
    return made;
}

std::vector<RosterRow> joined(std::vector<RosterRow> rows)
{
    join_repeats(rows);
    return rows;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_speaker_who_is_named_once_per_talk_is_one_row_with_all_talks)
{
    auto const rows = joined({row("Karin Wendhausen", "", "Pumps"), row("Uwe Sattler", "Talbach KG", "Gears"), row("Karin Wendhausen", "Holmwerk GmbH", "Seals")});
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].organisation == "Holmwerk GmbH");
    BOOST_TEST(rows[0].talks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(two_spellings_of_a_house_are_one)
{
    BOOST_TEST(joined({row("Karin Wendhausen", "Holmwerk GmbH"), row("Karin Wendhausen", "Holmwerk")}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(of_two_who_bear_a_name_only_rows_of_one_house_are_joined_in_whatever_order)
{
    auto rows = std::vector{row("Karin Müller", "", "Pumps"), row("Karin Müller", "Holmwerk GmbH", "Gears"), row("Karin Müller", "Talbach KG"), row("Karin Müller", "Holmwerk", "Seals")};
    auto const in_order = [](RosterRow const& a, RosterRow const& b) { return a.organisation < b.organisation; };
    std::ranges::sort(rows, in_order);
    do {
        auto const people = joined(rows);
        BOOST_REQUIRE(people.size() == 3U);
        auto const nobody_knows = std::ranges::count(people, std::string{}, &RosterRow::organisation);
        BOOST_TEST(nobody_knows == 1);
        auto const talks = std::ranges::max(people, {}, [](RosterRow const& one) { return one.talks.size(); }).talks.size();
        BOOST_TEST(talks == 2U);
    } while (std::next_permutation(rows.begin(), rows.end(), in_order));
}

BOOST_AUTO_TEST_CASE(father_and_son_are_two)
{
    BOOST_TEST(joined({row("Friedrich Holmbach sen.", "Holmbach Uhren"), row("Friedrich Holmbach jun.", "Holmbach Uhren")}).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
