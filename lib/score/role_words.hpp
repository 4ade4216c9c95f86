// SPDX-License-Identifier: MIT
// The roles that a text names, with rank and function, from data/lexicon/roles.tsv.
#pragma once

#include <string_view>
#include <vector>

namespace knowwho {

/// Words of the lexicon: seniority "owner", "board", "director", "lead", "senior", "staff", "junior" or
/// "student"; function "production", "press", "sales", ..., or "general".
struct RoleWord {
    std::string_view seniority;
    std::string_view function;
};

/// The roles in `text`, at each word the longest phrase that the lexicon knows; a compound is what
/// its end says ("Masterstudentin"). The views are valid until the program ends.
std::vector<RoleWord> roles_in(std::string_view text);

} // namespace knowwho
