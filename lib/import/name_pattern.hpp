// SPDX-License-Identifier: MIT
// Where the names of a page stand: the repeated places whose texts look like people.
#pragma once

#include "import/html_page.hpp"
#include "import/person_line.hpp"

#include <vector>

namespace knowwho {

/// A place where a name stands: a whole line, or one piece of it.
struct NamePlace {
    static constexpr std::size_t whole_line = static_cast<std::size_t>(-1);

    std::size_t line = 0;
    std::size_t piece = whole_line;
    PersonLine person;
    bool nobody = false; ///< stands where names stand but is none; parts the records all the same
};

/// The places of the names, in the order of the page. Places are grouped by the path of elements
/// and classes that leads to them, coarser and finer; the group whose texts look most like names is
/// taken first, then others that lie outside of what was taken. Lines for which `used` is true
/// are passed over. Empty if nothing on the page repeats as names do.
std::vector<NamePlace> find_names(HtmlPage const& page, std::vector<bool> const& used);

/// How the lines of one list use the comma, by vote.
CommaHabit find_comma_habit(std::vector<std::string_view> const& lines);

} // namespace knowwho
