// SPDX-License-Identifier: MIT
// Blocks that flow over pages: nothing is split, no heading stays behind alone.
#pragma once

#include "report/pdf_canvas.hpp"

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace knowwho {

/// A piece of the sheet that stays in one piece. Sizes in points.
struct SheetPiece {
    double height = 0;
    double before = 0;       ///< space above, dropped at the top of a page
    bool with_next = false;  ///< never the last on a page
    bool new_page = false;   ///< starts one
    bool stretch = false;    ///< takes what is left of the page
    std::function<void(Canvas&, double x, double y, double height)> draw;
};

using Stack = std::vector<SheetPiece>;

/// The height of all blocks one below the other, without the first one's space above.
double height_of(Stack const& stack);

/// Draws a stack downwards from y.
void draw_stack(Canvas& canvas, Stack const& stack, double x, double y);

/// Where a block goes.
struct Placement {
    std::size_t block = 0;
    std::size_t page = 0; ///< 0-based
    double y = 0;         ///< from the top of the page's text area
    double height = 0;
};

/// Distributes the blocks over pages of the given text height. A block higher than a page gets
/// one of its own and is cut there; parts are made so that this does not happen.
std::vector<Placement> paginate(Stack const& stack, double page_height);

} // namespace knowwho
