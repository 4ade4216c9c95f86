// SPDX-License-Identifier: MIT
// A table of preferences (preferences.tsv): for a goal, the better one must rank before the worse one.
#include "score/rank.hpp"

#include "people.hpp"
#include "store/files.hpp"
#include "text/lexicon.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <ostream>

BOOST_AUTO_TEST_SUITE(preferences)

using namespace knowwho;
using namespace knowwho::test;

struct Preference {
    std::string goal;
    std::string better;
    std::string worse;
    bool known_failure = false;

    friend std::ostream& operator<<(std::ostream& out, Preference const& p)
    {
        return out << p.goal << ": " << p.better << " before " << p.worse;
    }
};

/// The table lies beside this file.
std::vector<Preference> read_table()
{
    auto const file = std::filesystem::path{KNOWWHO_SOURCE_DIR} / "tests/lib/score/preferences.tsv";
    auto const bytes = read_file(file);
    auto table = std::vector<Preference>{};
    for (auto const& row : read_rows(bytes)) {
        auto goal = std::string{row.at(0)};
        bool const failure = goal.starts_with('?');
        table.push_back({failure ? goal.substr(1) : goal, std::string{row.at(1)}, std::string{row.at(2)}, failure});
    }
    return table;
}

/// "role=…;organisation=…;text=…;talk=…", or a role alone.
Candidate described(std::string const& name, std::string const& text)
{
    auto someone = Someone{name};
    if (text.find('=') == std::string::npos) {
        return someone.role(text);
    }
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find(';', begin), text.size());
        auto const part = text.substr(begin, end - begin);
        auto const sign = part.find('=');
        auto const key = part.substr(0, sign);
        auto const value = part.substr(sign + 1);
        key == "role" ? someone.role(value) : key == "organisation" ? someone.at(value) : key == "talk" ? someone.talk(value) : someone.says(value);
        begin = end + 1;
    }
    return someone;
}

/// The worse one has the name that would win a tie. Some others make words rare or common.
bool better_first(Preference const& preference)
{
    auto people = list_of({described("B", preference.better), described("A", preference.worse),
                           Someone{"C"}.role("Projektmanagerin").at("Werk Eins"), Someone{"D"}.role("Consultant").at("Two Ltd"),
                           Someone{"E"}.role("Abteilungsleiter").at("Drei AG"), Someone{"F"}.role("Assistant").at("Four Inc")});
    auto goals = looking_for({preference.goal});
    goals.goals[0].kind = GoalKind::customer;
    for (auto const& match : ranked(people, goals)) {
        if (match.candidate < 2) {
            return match.candidate == 0;
        }
    }
    return false;
}

BOOST_DATA_TEST_CASE(the_better_match_ranks_first, boost::unit_test::data::make(read_table()), preference)
{
    BOOST_TEST(better_first(preference) != preference.known_failure);
}

BOOST_AUTO_TEST_CASE(the_table_is_long_and_has_few_known_failures)
{
    auto const table = read_table();
    BOOST_TEST(table.size() >= 150u);
    BOOST_TEST(std::count_if(table.begin(), table.end(), [](auto const& p) { return p.known_failure; }) <= 3);
}

BOOST_AUTO_TEST_SUITE_END()
