// SPDX-License-Identifier: MIT
// What a page says of people, put into the notebook as snippets and links.
#pragma once

#include "enrich/page_linker.hpp"
#include "model/ids.hpp"
#include "model/snippet.hpp"

namespace knowwho {

class Notebook;

/// What was stored, counted over all pages.
struct FindingCounts {
    int snippets = 0;  ///< quotes stored
    int quotable = 0;  ///< people on a page, sure enough to be quoted
    int questions = 0; ///< ... that wait for the user's answer
    int rejected = 0;  ///< ... that bear the name only
};

/// Stores the quotes of one person's finding on a stored page, each with its link, and counts them. How many
/// quotes it was. Within the caller's transaction.
int keep_finding(Notebook& notebook, Page const& page, PageId id, PersonFinding const& finding, FindingCounts& counts);

} // namespace knowwho
