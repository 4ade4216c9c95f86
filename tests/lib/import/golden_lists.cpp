// SPDX-License-Identifier: MIT
// Every folder of lists/ is a case: `list.*` is read, and `people` holds what must come out, one line
// per person: title | given | family | organisation | role, and more as KEY=VALUE. A new case needs no code.
#include "import/read_list.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace knowwho;
namespace fs = std::filesystem;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(golden_lists)

namespace {

std::vector<std::string> cases()
{
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator(fs::path{KNOWWHO_SOURCE_DIR} / "tests/lib/import/lists")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string read_whole(fs::path const& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string status_word(AttendanceStatus status)
{
    constexpr char const* words[] = {"coming", "pending", "waiting", "cancelled"};
    return words[static_cast<int>(status)];
}

std::string talks_of(RosterRow const& row)
{
    std::string text;
    for (auto const& talk : row.talks) {
        text += (text.empty() ? "" : "; ") + talk.title + (talk.room.empty() ? "" : " @ " + talk.room) + (talk.starts.empty() ? "" : " " + talk.starts);
    }
    return text;
}

/// Only what is not empty and not usual, so that a line says what matters.
std::string line_of(RosterRow const& row)
{
    auto const& name = row.name;
    auto given = name.given;
    if (!name.middle.empty()) {
        given += " " + name.middle;
    }
    auto line = name.title + " | " + given + " | " + name.family + " | " + row.organisation + " | " + row.role;
    std::pair<char const*, std::string> const more[] = {
        {"written", name.given.empty() && name.family.empty() ? name.written : ""},
        {"salutation", name.salutation == Salutation::unknown ? "" : name.salutation == Salutation::mr ? "mr" : "mrs"},
        {"unit", row.unit},
        {"email", row.email},
        {"place", row.place},
        {"country", row.country},
        {"status", row.status == AttendanceStatus::coming ? "" : status_word(row.status)},
        {"talks", talks_of(row)},
    };
    for (auto const& [key, value] : more) {
        if (!value.empty()) {
            line += std::string(" | ") + key + "=" + value;
        }
    }
    return line;
}

fs::path list_in(fs::path const& folder)
{
    for (auto const& entry : fs::directory_iterator(folder)) {
        if (entry.path().stem() == "list") {
            return entry.path();
        }
    }
    return folder / "list";
}

} // namespace

BOOST_DATA_TEST_CASE(the_list_gives_its_people, data::make(cases()), name)
{
    auto const folder = fs::path{KNOWWHO_SOURCE_DIR} / "tests/lib/import/lists" / name;
    auto const list = list_in(folder);
    std::string people;
    for (auto const& row : read_list(list.filename().string(), read_whole(list), {}, {}).rows) {
        people += line_of(row) + "\n";
    }
    BOOST_TEST(people == read_whole(folder / "people"));
}

BOOST_AUTO_TEST_SUITE_END()
