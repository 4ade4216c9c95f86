// SPDX-License-Identifier: MIT
// The part of a page that belongs to each name, and its lines as cells.
#pragma once

#include "import/found_tables.hpp"
#include "import/html_page.hpp"
#include "import/name_pattern.hpp"

#include <string>
#include <vector>

namespace knowwho {

/// The lines that belong to one place of a name.
struct HtmlRecord {
    static constexpr std::size_t no_line = static_cast<std::size_t>(-1);

    std::size_t place = 0;      ///< index into the places
    std::size_t element = 0;    ///< the largest element that holds this name and no other
    std::size_t first_line = 0;
    std::size_t end_line = 0;
    std::size_t group_line = no_line;   ///< "Members", "Anwesend:" right above the record and its neighbours
    std::size_t heading_line = no_line; ///< the heading, or the `dt`, that the record stands under
};

/// One record per place, in order. A record is the largest element around the name that holds no
/// other; where names lie side by side with their texts (`h2`, `p`, `h2`, `p`) it reaches to the next name.
std::vector<HtmlRecord> find_records(HtmlPage const& page, std::vector<NamePlace> const& places);

/// The records as a table: the name, the rest of its line, what stood in brackets, the heading, and
/// one column for every place inside the record that repeats.
Table records_to_table(HtmlPage const& page, std::vector<NamePlace> const& places, Texts& texts);

} // namespace knowwho
