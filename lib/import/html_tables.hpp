// SPDX-License-Identifier: MIT
// The real tables of a page, cut into cells.
#pragma once

#include "import/html_page.hpp"
#include "import/table.hpp"
#include "model/problem.hpp"

#include <vector>

namespace knowwho {

/// A table of the page with its headers found, and the element that holds it.
struct HtmlTable {
    std::size_t element = 0;
    std::vector<Table> sections;
};

/// Tables that hold no other table and have two rows or more.
std::vector<HtmlTable> find_tables(HtmlPage const& page, Texts& texts, std::vector<Problem>& problems);

} // namespace knowwho
