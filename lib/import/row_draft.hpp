// SPDX-License-Identifier: MIT
// A row of a list while its cells are taken in, one after the other.
#pragma once

#include "import/list_reading.hpp"
#include "model/roster.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace knowwho {

/// One row while it is read: the parts of the name by column, the rest in `row`. The views point into the table.
struct RowDraft {
    RosterRow row;
    std::string name;
    std::string_view name_cell; ///< as it stands, with line breaks
    std::string given;
    std::string family;
    std::string salutation;
    std::string title;
    std::string suffix;
    Talk talk;
    int filled = 0;
    std::string_view first_cell;   ///< with content, and its column
    std::size_t first_column = 0;
};

/// Takes a cell in by what its column means; of two columns with one meaning the first wins, and nothing is lost.
/// `has_talks`: a room is that of a talk, not an office or a stand.
void take_field(RowDraft& draft, Field field, ColumnUse const& use, std::string_view content, bool has_talks);

/// Runs of white space, also line breaks, as one blank; what is drawn as nothing is dropped.
std::string one_line(std::string_view cell);

/// Paragraphs kept, other control characters dropped.
std::string paragraphs(std::string_view cell);

/// Adds a text behind another, with the glue between if both have something.
void append_text(std::string& target, std::string const& text, std::string_view glue);

/// "Summe", "12 Teilnehmer": what no row about a person begins with.
bool is_totals_word(std::string_view text);

/// "Summe:" and "3" in the columns of given and family name.
bool is_totals_row(std::string_view given, std::string_view family);

} // namespace knowwho
