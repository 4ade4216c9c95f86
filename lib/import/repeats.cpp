// SPDX-License-Identifier: MIT
#include "import/repeats.hpp"

#include "identity/name_compare.hpp"
#include "identity/organisation.hpp"
#include "model/joined_rows.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace knowwho {
namespace {

std::string repeated_name(PersonName const& name)
{
    auto const spoken = name.given.empty() && name.family.empty() ? name.written : name.given + ' ' + name.middle + ' ' + name.family;
    return fold(spoken).append("|").append(generation(name.suffix));
}

bool contradict(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

/// What tells two people of one name apart.
struct House {
    std::string organisation;
    std::string mailbox;

    bool contradicts(House const& other) const { return contradict(organisation, other.organisation) || contradict(mailbox, other.mailbox); }
    bool is_known() const { return !organisation.empty() || !mailbox.empty(); }
    bool shares_one(House const& other) const { return (!mailbox.empty() && mailbox == other.mailbox) || (!organisation.empty() && organisation == other.organisation); }
};

struct Namesake {
    std::size_t row = 0;
    House house;
};

std::vector<Namesake> namesakes_of(std::vector<RosterRow> const& rows, std::vector<std::size_t> const& of_one_name)
{
    auto namesakes = std::vector<Namesake>{};
    for (auto const row : of_one_name) {
        namesakes.push_back({row, {organisation_key(rows[row].organisation), fold(rows[row].email)}});
    }
    return namesakes;
}

constexpr std::size_t most_people = 8; // of one name; further rows are compared with the first ones only

bool are_several(std::vector<Namesake> const& namesakes)
{
    auto houses = std::vector<House>{};
    for (auto const& one : namesakes) {
        if (std::ranges::any_of(houses, [&](House const& other) { return one.house.contradicts(other); })) {
            return true;
        }
        if (one.house.is_known() && houses.size() < most_people) {
            houses.push_back(one.house);
        }
    }
    return false;
}

/// Fills in of each row the first about the same person: of all rows the same one, unless several people bear the name.
void name_first_rows(std::vector<Namesake> const& namesakes, std::vector<std::size_t>& first)
{
    auto people = std::vector<Namesake>{namesakes.front()};
    bool const several = are_several(namesakes);
    for (auto const& one : namesakes) {
        auto const is_same = [&](Namesake const& other) { return !several || (one.house.shares_one(other.house) && !one.house.contradicts(other.house)); };
        if (auto const person = std::ranges::find_if(people, is_same); person != people.end()) {
            first[one.row] = person->row;
        } else if (one.house.is_known() && people.size() < most_people) {
            people.push_back(one);
        }
    }
}

} // namespace

void join_repeats(std::vector<RosterRow>& rows)
{
    auto by_name = std::unordered_map<std::string, std::vector<std::size_t>>{};
    auto first = std::vector<std::size_t>{};
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        first.push_back(i);
        by_name[repeated_name(rows[i].name)].push_back(i);
    }
    for (auto const& [name, of_one_name] : by_name) {
        if (of_one_name.size() > 1) {
            name_first_rows(namesakes_of(rows, of_one_name), first);
        }
    }
    auto joined = std::vector<RosterRow>{};
    auto place = std::vector<std::size_t>(rows.size());
    for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        if (first[i] == i) {
            place[i] = joined.size();
            joined.push_back(std::move(rows[i]));
        } else {
            join_row(joined[place[first[i]]], rows[i]);
        }
    }
    rows = std::move(joined);
}

} // namespace knowwho
