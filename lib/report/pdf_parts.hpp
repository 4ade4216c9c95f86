// SPDX-License-Identifier: MIT
// The building stones of the PDF's pages: paragraphs, columns, rules, rows to write on.
#pragma once

#include "report/briefing.hpp"
#include "report/pdf_flow.hpp"
#include "report/phrases.hpp"

#include <string>
#include <utility>
#include <vector>

namespace knowwho {

/// The colours of a sheet.
struct Palette {
    Colour ink{0.086, 0.125, 0.173};
    Colour quiet{0.333, 0.376, 0.427};
    Colour line{0.725, 0.757, 0.792};
    Colour accent{0.122, 0.247, 0.4};
    std::vector<Colour> shades{{0.086, 0.125, 0.173}, {0.302, 0.416, 0.561}, {0.557, 0.639, 0.741},
        {0.765, 0.812, 0.867}, {0.89, 0.914, 0.941}};
};

/// Only black and greys.
Palette black_and_white();

/// What every part needs to know.
struct Press {
    Briefing const& sheet;
    Phrases const& phrases;
    Typesetter const& setter;
    Palette palette;
    double width = 0;        ///< of the text area, points
    double height = 0;
    bool one_column = false; ///< large print

    double unit(double points) const { return points * setter.scale(); }
};

Look sans(Press const& press, double size = 9.2);
Look quiet(Press const& press, double size = 8.2);
Look bold(Press const& press, double size = 9.2);
/// A look for names: their words are never broken.
Look whole(Look look);

/// The serif face, for what one reads and says.
Look serif(Press const& press, double size = 11);

/// Appends raised numbers that link to their sources.
void add_refs(std::vector<Run>& runs, Press const& press, std::vector<int> const& sources);

/// The parts that are not empty, `between` them; each is a run of its own, so that one written from right to
/// left does not carry the next along.
void add_parts(std::vector<Run>& runs, std::vector<std::string> const& parts, std::string const& between, Look const& look);

/// A paragraph; `tag` as in Canvas::text.
SheetPiece paragraph(Press const& press, std::vector<Run> const& runs, double width, double before = 0,
    char const* tag = "P", Align align = Align::left);

/// A small heading that stays with what follows.
SheetPiece small_heading(Press const& press, std::string_view text, double width, double before = 11);

/// A large one, with an entry in the outline if `name` is not empty.
SheetPiece heading(Press const& press, std::string const& text, double width, std::string const& name, double before = 14);

/// Stacks side by side; the block is as high as the highest.
SheetPiece beside(std::vector<std::pair<double, Stack>> columns, double gap);

/// One below the other as one block.
SheetPiece together(Stack stack);

/// A block with a line below it.
SheetPiece ruled(Press const& press, SheetPiece block, double width, double gap);

/// A block moved to the right.
SheetPiece indented(SheetPiece block, double by);

/// A horizontal rule.
SheetPiece rule(Press const& press, double width, double before = 0, double thickness = 1.5);

/// An empty line of that height with dots at its foot, to write on.
SheetPiece dotted(Press const& press, double width, double height);

/// "Label ________" to write on.
SheetPiece write_line(Press const& press, std::string_view label, double width, double height = 20);

} // namespace knowwho
