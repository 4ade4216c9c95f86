// SPDX-License-Identifier: MIT
#include "import/comma_habit.hpp"

#include <algorithm>

namespace knowwho {
namespace {

constexpr double surely_a_name = 0.5;
constexpr std::size_t lines_heard = 300;

} // namespace

CommaHabit find_comma_habit(std::vector<std::string_view> const& lines)
{
    int inverted = 0;
    int several = 0;
    int plain = 0;
    int given = 0;
    auto const step = std::max<std::size_t>(1, lines.size() / lines_heard);
    for (std::size_t index = 0; index < lines.size(); index += step) {
        auto const person = read_person_line(lines[index]);
        inverted += person.comma_decided;
        several += !person.more_names.empty();
        given += person.comma_given;
        plain += !person.comma_decided && !person.comma_open && person.more_names.empty() && person.likelihood >= surely_a_name && (person.rest_sign == ',' || person.rest_sign == '|');
    }
    inverted += given >= 2 && given > plain + several ? given : 0;
    if (inverted == 0 && plain == 0 && several == 0) {
        return CommaHabit::unknown;
    }
    if (inverted >= plain && inverted >= several) {
        return CommaHabit::family_given;
    }
    return several > plain ? CommaHabit::several_names : CommaHabit::name_rest;
}

} // namespace knowwho
