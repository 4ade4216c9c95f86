// SPDX-License-Identifier: MIT
// Authors whom a page names in lines of text: bylines below the headline, signatures at the end.
#pragma once

#include "enrich/page_facts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

/// The people in the first such line; empty if there is none.
std::vector<std::string> authors_in_lines(PageFacts const& facts);

/// By its legal form: no person.
bool is_company_name(std::string_view name);

/// The site's own name, the beginning of it, or its publisher's.
bool is_of_site(std::string_view name, PageFacts const& facts);

} // namespace knowwho
