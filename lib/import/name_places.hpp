// SPDX-License-Identifier: MIT
// Where names stand in a page, and what only seemed to be one beside the others.
#pragma once

#include "import/html_page.hpp"
#include "import/person_line.hpp"

#include <cstddef>
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

/// "<b>General Chairs</b><br>Anna Berg<br>Bert Tal": first lines that are set apart from those below them, and
/// name nobody as a rule, head the others, and are nobody.
void leave_out_heads(HtmlPage const& page, std::vector<NamePlace>& places);

/// "Anna Berg<br>Beispiel AG": lines below the names in their own blocks belong to the people above them. Sorts by line.
void leave_out_details(HtmlPage const& page, std::vector<NamePlace>& places);

/// "Anna Berg DLR" where others have "DLR" behind a comma.
void part_acronyms(std::vector<NamePlace>& places);

} // namespace knowwho
