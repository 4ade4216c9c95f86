// SPDX-License-Identifier: MIT
// "Co-Founder, Beispiel AG", "DLR Fellow", "CEO at Example": role and organisation in one text.
#pragma once

#include <string>
#include <string_view>

namespace knowwho {

struct Affiliation {
    std::string role;
    std::string organisation; ///< the whole text if it can't be told apart
};

/// Parts a text that holds both; a text that is one of them comes back as that one.
Affiliation split_affiliation(std::string_view text);

} // namespace knowwho
