// SPDX-License-Identifier: MIT
// What must hold of any roster: no order of the rows, and nobody who has nothing to do with them, changes who is who.
#include "identity/name_parser.hpp"
#include "identity/resolve.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(random_rosters)

namespace {

constexpr unsigned seeds = 40;

/// Twenty people, some of them on several rows, written otherwise each time.
std::vector<RosterRow> random_roster(std::mt19937& random)
{
    auto const one_of = [&](std::vector<std::string> const& all) { return all[random() % all.size()]; };
    auto rows = std::vector<RosterRow>{};
    for (int person = 0; person < 20; ++person) {
        auto const given = one_of({"Karin", "Thomas", "Anna", "Mehmet", "Xaver", "Ulla", "Jens"});
        auto const family = one_of({"Müller", "Wendhausen", "Okafor", "Vahlbruch", "Lang", "Nordhoff", "Sattler", "Barolind"});
        auto const house = one_of({"Holmwerk GmbH", "Talbach KG", "Sparverein Oberholz", ""});
        auto const mailbox = one_of({"", "", family + std::to_string(person) + "@holm.example", "info@holm.example"});
        for (auto count = 1 + random() % 3; count > 0; --count) {
            auto row = RosterRow{};
            row.name = parse_name(random() % 4 == 0 ? family + ", " + given : random() % 6 == 0 ? given.substr(0, 1) + ". " + family : "Dr. " + given + ' ' + family);
            row.organisation = random() % 4 == 0 ? "" : house;
            row.email = random() % 3 == 0 ? "" : mailbox;
            row.role = one_of({"", "Leiterin", "Einkauf"});
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

/// For every row the first one about the same person.
std::vector<std::size_t> first_rows(std::vector<RosterRow> const& rows)
{
    auto first = std::vector<std::size_t>{};
    for (auto const& resolution : resolve_people(rows, {})) {
        first.push_back(resolution.same_as_row.value_or(first.size()));
    }
    return first;
}

/// Who is who: of each person what the rows say. Rows that say the same of somebody may stand for each other.
std::multiset<std::multiset<std::string>> people_of(std::vector<RosterRow> const& rows)
{
    auto const first = first_rows(rows);
    auto people = std::map<std::size_t, std::multiset<std::string>>{};
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        people[first[i]].insert(rows[i].name.written + '|' + rows[i].organisation + '|' + rows[i].email);
    }
    auto all = std::multiset<std::multiset<std::string>>{};
    for (auto& [row, says] : people) {
        all.insert(std::move(says));
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_order_of_the_rows_changes_nothing)
{
    auto joined = std::size_t{0};
    for (auto seed = 1U; seed <= seeds; ++seed) {
        auto random = std::mt19937{seed};
        auto rows = random_roster(random);
        auto const before = people_of(rows);
        joined += rows.size() - before.size();
        std::ranges::shuffle(rows, random);
        BOOST_TEST((people_of(rows) == before), "seed " << seed);
    }
    BOOST_TEST(joined > 100U); // there was something to change
}

BOOST_AUTO_TEST_CASE(a_stranger_changes_nothing)
{
    for (auto seed = 1U; seed <= seeds; ++seed) {
        auto random = std::mt19937{seed};
        auto rows = random_roster(random);
        auto const before = first_rows(rows);
        auto stranger = RosterRow{};
        stranger.name = parse_name("Zacharias Quibbelmann");
        stranger.organisation = "Uhrenmanufaktur Zwingenberg";
        rows.push_back(stranger);
        auto after = first_rows(rows);
        BOOST_TEST(after.back() == rows.size() - 1);
        after.pop_back();
        BOOST_TEST(after == before, "seed " << seed);
    }
}

BOOST_AUTO_TEST_SUITE_END()
