// SPDX-License-Identifier: MIT
// Habits of plain text lists in which a line says more, or less, than one person with what belongs to them:
// rewritten as the lines that a list with one person to a line would have.
#pragma once

#include "import/table.hpp"
#include "import/text_columns.hpp"

#include <vector>

namespace knowwho {

/// "Berg Anna ........ Beispiel AG": leaders of dots are gaps between columns.
void part_leaders(std::vector<TextLine>& lines, Texts& texts);

/// Words of a network's page that were copied with the people: "Connect", "Message", "· 2nd".
/// Takes greeting, closing words and the name below them out of a letter.
void drop_letter_frame(std::vector<TextLine>& lines);

void drop_buttons(std::vector<TextLine>& lines);

/// The lines with these habits taken apart, each only where enough lines of the text have it:
///   "Beispiel AG: Anna Berg, Bert Tal"          a person of that house to a line
///   "Anna Berg¹, Bert Tal²" above "¹ TU Wien"   the same, the notes looked up
///   "09:30 Heat from Rivers – Anna Berg (X)"    the speaker, with talk and time below
///   "Anna Berg (X), Bert Tal (Y)"               a line for each
std::vector<TextLine> follow_habits(std::vector<TextLine> const& lines, Texts& texts);

} // namespace knowwho
