// SPDX-License-Identifier: MIT
// Where the names of a page stand: the repeated places whose texts look like people.
#pragma once

#include "import/html_page.hpp"
#include "import/name_places.hpp"

#include <vector>

namespace knowwho {

/// The places of the names, in the order of the page. Places are grouped by the path of elements
/// and classes that leads to them, coarser and finer; the group whose texts look most like names is
/// taken first, then others that lie outside of what was taken. Lines for which `used` is true
/// are passed over. Empty if nothing on the page repeats as names do.
std::vector<NamePlace> find_names(HtmlPage const& page, std::vector<bool> const& used);

} // namespace knowwho
