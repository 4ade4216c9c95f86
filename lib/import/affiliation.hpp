// SPDX-License-Identifier: MIT
// "Co-Founder, Beispiel AG", "DLR Fellow", "CEO at Example": role and organisation in one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowwho {

struct Affiliation {
    std::string role;
    std::string organisation; ///< the whole text if it can't be told apart
};

/// Parts a text that holds both; a text that is one of them comes back as that one.
Affiliation split_affiliation(std::string_view text);

/// What the short lines below a name say.
struct SortedLines {
    std::string role;
    std::string unit;
    std::string organisation;
    std::string place;
    std::string country;
    std::string email;
    std::string website;
    std::string phone;
    std::string others; ///< joined by line breaks
};

/// Sorts the lines that stand below a name: by what each looks like, and where that leaves it open by
/// their order: role, then department, then organisation.
SortedLines sort_lines(std::vector<std::string> const& lines);

} // namespace knowwho
