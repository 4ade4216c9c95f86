// SPDX-License-Identifier: MIT
#include "import/people_in_cell.hpp"

#include "identity/organisation.hpp"
#include "import/cell_evidence.hpp"

#include <algorithm>
#include <array>

namespace knowwho {
namespace {

constexpr std::size_t longest_cell = 4000; // bytes
constexpr double surely_somebody = 0.5;

using Parts = std::vector<std::string_view>;

Parts cut_at(std::string_view text, char sign)
{
    Parts parts;
    while (!text.empty()) {
        auto const end = std::min(text.find(sign), text.size());
        if (auto const part = trim(text.substr(0, end)); !part.empty()) {
            parts.push_back(part);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// The length of what parts two people behind a closing bracket; 0 if nothing does.
std::size_t length_of_join(std::string_view rest)
{
    constexpr std::array<std::string_view, 10> joins{", and ", ", und ", " and ", " und ", " & ", " et ", " y ", " e ", " i ", ", "};
    auto const join = std::find_if(joins.begin(), joins.end(), [&](auto j) { return rest.starts_with(j); });
    return join == joins.end() ? 0 : join->size();
}

/// "A (X), B (Y) and C (Z)": behind every bracket somebody new. Empty if a bracket stands elsewhere.
Parts cut_behind_brackets(std::string_view text)
{
    Parts parts;
    while (!text.empty()) {
        auto const close = text.find(')');
        auto const open = text.find('(');
        if (close == text.npos || open > close) {
            return {};
        }
        parts.push_back(trim(text.substr(0, close + 1)));
        text.remove_prefix(close + 1);
        auto const join = length_of_join(text);
        if (!text.empty() && join == 0) {
            return {};
        }
        text.remove_prefix(join);
    }
    return parts;
}

bool all_name_people(Parts const& parts, CommaHabit habit)
{
    return std::all_of(parts.begin(), parts.end(), [&](auto part) {
        auto const person = read_person_line(part, habit);
        return person.likelihood >= surely_somebody && person.more_names.empty() && organisation_likelihood(person.name) <= 0.7;
    });
}

} // namespace

std::vector<std::string_view> parts_naming_people(std::string_view text, CommaHabit habit)
{
    text = trim(text);
    if (text.size() > longest_cell || text.find_first_of("\n();") == text.npos) {
        return {};
    }
    for (auto parts : {cut_at(text, '\n'), cut_behind_brackets(text), cut_at(text, ';')}) {
        if (parts.size() > 1 && all_name_people(parts, habit)) {
            return parts;
        }
    }
    return {};
}

std::vector<PersonLine> people_in_cell(std::string_view text, CommaHabit habit)
{
    std::vector<PersonLine> people;
    for (auto const part : parts_naming_people(text, habit)) {
        people.push_back(read_person_line(part, habit));
    }
    return people;
}

} // namespace knowwho
