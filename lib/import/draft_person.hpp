// SPDX-License-Identifier: MIT
// Who a row is about, and where they work, once its cells are taken in.
#pragma once

#include "identity/name_parser.hpp"
#include "import/row_draft.hpp"

#include <string>

namespace knowwho {

/// Understands the name from the columns that have its parts; false if no cell has any. `habit`: the order of the
/// column's names; `is_french`: "M." in front of a name is Monsieur.
bool name_draft(RowDraft& draft, NameOrder habit, bool is_french);

/// Role and house from one text, where one of them is missing. With headers of their own (`is_headed`) an
/// organisation is one.
void part_affiliation(RosterRow& row, bool is_headed);

/// Cards and pages without fields tell role and house in a sentence.
void introduce(RosterRow& row);

/// What stands behind the name in its own cell: "Anna Berg - Beispiel AG", "Anna Berg | CEO | Beispiel AG".
void take_rest(RosterRow& row, std::string const& rest);

/// What stands in brackets behind the name: an address, a country, a state, a remark, else the house.
void take_aside(RowDraft& draft, std::string const& aside);

/// "Huber, Karl (Charly)" and "Weiß, Ute (geb. Roth)" have no house in brackets.
bool names_person(std::string const& aside);

} // namespace knowwho
