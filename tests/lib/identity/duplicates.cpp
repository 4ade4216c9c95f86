// SPDX-License-Identifier: MIT
#include "identity/duplicates.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace knowwho;

BOOST_AUTO_TEST_SUITE(duplicates)

namespace {

struct Person {
    std::string given, family, organisation, email, list;
};

/// Strangers with names that nobody else of them bears, so that chance and prior can be learnt.
std::vector<Person> strangers(std::size_t count)
{
    static char const* const given[] = {"Anna", "Bernd", "Clara", "Dieter", "Elif", "Fritz", "Gerda", "Hanno", "Ines", "Jakob", "Karla", "Lars"};
    auto people = std::vector<Person>{};
    for (auto i = std::size_t{0}; i < count; ++i) {
        auto const number = std::string(1, static_cast<char>('a' + i % 23)) + std::string(1, static_cast<char>('a' + i / 23 % 23)) + std::string(1, static_cast<char>('a' + i % 7));
        people.push_back({given[i % std::size(given)], "Kor" + number + "mann", "Werk " + number + "holm GmbH", "", i % 2 == 0 ? "x" : "y"});
    }
    return people;
}

std::vector<RecordColumn> columns_of(std::vector<Person> const& people)
{
    auto columns = std::vector<RecordColumn>{{FieldKind::given, {}}, {FieldKind::family, {}}, {FieldKind::organisation, {}}, {FieldKind::email, {}}, {FieldKind::list, {}}};
    for (auto const& person : people) {
        columns[0].values.push_back(person.given);
        columns[1].values.push_back(person.family);
        columns[2].values.push_back(person.organisation);
        columns[3].values.push_back(person.email);
        columns[4].values.push_back(person.list);
    }
    return columns;
}

std::vector<std::size_t> clusters(std::vector<Person> const& people) { return find_duplicates(columns_of(people)); }

/// A list of 400 with 60 people twice, the second time on the other list.
std::vector<Person> list_with_doubles()
{
    auto people = strangers(400);
    for (auto i = std::size_t{0}; i < 60; ++i) {
        people.push_back(people[i]);
        people.back().list = people.back().list == "x" ? "y" : "x";
    }
    return people;
}

} // namespace

BOOST_AUTO_TEST_CASE(people_on_two_lists_are_found_and_strangers_stay_apart)
{
    auto const first = clusters(list_with_doubles());
    for (auto i = std::size_t{0}; i < 400; ++i) {
        BOOST_TEST(first[i] == i);
    }
    for (auto i = std::size_t{0}; i < 60; ++i) {
        BOOST_TEST(first[400 + i] == i);
    }
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_pen_and_exchanged_columns_are_seen_through)
{
    auto people = list_with_doubles();
    people[400].family += "n";
    std::swap(people[401].given, people[401].family);
    auto const first = clusters(people);
    BOOST_TEST(first[400] == 0U);
    BOOST_TEST(first[401] == 1U);
}

BOOST_AUTO_TEST_CASE(one_list_does_not_name_one_person_for_two_houses)
{
    auto people = list_with_doubles();
    people[400].list = people[0].list;
    people[400].organisation = "Sparverein Oberholz";
    BOOST_TEST(clusters(people)[400] == 400U);
}

BOOST_AUTO_TEST_CASE(the_order_of_the_rows_changes_no_cluster)
{
    auto const people = list_with_doubles();
    auto order = std::vector<std::size_t>(people.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937{3});
    auto shuffled = std::vector<Person>{};
    for (auto const i : order) {
        shuffled.push_back(people[i]);
    }
    auto const plain = clusters(people);
    auto const mixed = clusters(shuffled);
    for (auto i = std::size_t{0}; i < order.size(); ++i) {
        for (auto j = std::size_t{0}; j < order.size(); j += 17) {
            BOOST_TEST_REQUIRE((mixed[i] == mixed[j]) == (plain[order[i]] == plain[order[j]]));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_unrelated_record_changes_no_cluster)
{
    auto people = list_with_doubles();
    auto const before = clusters(people);
    people.push_back({"Xaver", "Zwingenberg", "Zwingenberg Uhren KG", "", "x"});
    auto after = clusters(people);
    BOOST_TEST(after.back() == people.size() - 1);
    after.pop_back();
    BOOST_TEST(after == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_list_does_not_call_one_person_by_two_given_names)
{
    auto people = list_with_doubles();
    for (auto const index : {0U, 400U}) {
        people[index].email = "empfang.korn@holm.example";
        people[index].list = "x";
    }
    people[400].given = "Dieter";
    BOOST_TEST(clusters(people)[400] == 400U);
}

BOOST_AUTO_TEST_CASE(strangers_in_between_chain_nobody)
{
    // The one in the middle fits both ends; these are named by one list for two houses.
    auto people = strangers(400);
    people.push_back({"Anna", "Zwingenberg", "Uhrwerk Mitte GmbH", "", "x"});
    people.push_back({"Anna", "Zwingenberg", "", "", "y"});
    people.push_back({"Anna", "Zwingenberg", "Sparverein Oberholz", "", "x"});
    auto const first = clusters(people);
    BOOST_TEST(first[402] != first[400]);
}

BOOST_AUTO_TEST_CASE(comparing_is_symmetric)
{
    auto const people = list_with_doubles();
    auto const columns = columns_of(people);
    auto const records = PreparedRecords{columns};
    auto const candidates = candidate_pairs(records, {});
    auto const weights = PairWeights{records, candidates};
    for (auto const& [a, b] : candidates) {
        BOOST_TEST_REQUIRE(weights.weight(a, b) == weights.weight(b, a), boost::test_tools::tolerance(1e-9));
    }
}

BOOST_AUTO_TEST_CASE(no_rows_and_one_row_are_fine)
{
    BOOST_TEST(find_duplicates({}).empty());
    BOOST_TEST(clusters(strangers(1)).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
