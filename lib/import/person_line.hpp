// SPDX-License-Identifier: MIT
// One line that names a person: the name, what follows it, and what stands in brackets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// What a comma behind the first words means in the lines of one list.
enum class CommaHabit { unknown, family_given, name_rest, several_names };

struct PersonLine {
    std::string name;               ///< as written, "Family, Given" included; empty if there is none
    double likelihood = 0;          ///< 0 to 1 that `name` is a person's
    std::string rest;               ///< what follows the name, without the sign between
    char rest_sign = 0;             ///< the sign in front of `rest`: ',' ';' '-' '|' ':' or 0
    std::vector<std::string> asides; ///< texts in brackets, outermost only, without them
    std::vector<std::string> more_names; ///< further people named in the same way: "A. Berg, B. Tal und C. See"
    std::string duty;           ///< "Moderation", "Chair" in front of the name and a colon
    bool titled = false;        ///< begins with a salutation or title
    bool comma_decided = false;     ///< the name was read as "Family, Given"
    bool comma_open = false;        ///< it could as well be read the other way
    bool comma_given = false;       ///< then, what follows the comma is known as a given name
};

/// Reads lines such as "Berg, Anna (Beispiel AG)", "Dr. Anna Berg, Universität Tal - Leiterin",
/// "• Anna Berg – Beispiel AG". Never fails: without a name the likelihood is small.
PersonLine read_person_line(std::string_view line, CommaHabit habit = CommaHabit::unknown);

} // namespace knowwho
