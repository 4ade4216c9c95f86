// SPDX-License-Identifier: MIT
// Blocks that flow over pages: nothing is split, no heading stays behind alone.
#include "report/pdf_flow.hpp"

#include <algorithm>

namespace knowwho {

namespace {

/// A block and those that must follow it on the same page.
std::size_t end_of_group(Stack const& stack, std::size_t first)
{
    std::size_t end = first;
    while (end + 1 < stack.size() && stack[end].with_next) {
        ++end;
    }
    return end + 1;
}

double height_of_group(Stack const& stack, std::size_t first, std::size_t end)
{
    double height = stack[first].height;
    for (std::size_t i = first + 1; i < end; ++i) {
        height += stack[i].before + stack[i].height;
    }
    return height;
}

/// Gives a stretching block what the blocks after it leave over.
void stretch(std::vector<Placement>& placements, Stack const& stack, double page_height)
{
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (!stack[placements[i].block].stretch) {
            continue;
        }
        std::size_t last = i;
        while (last + 1 < placements.size() && placements[last + 1].page == placements[i].page) {
            ++last;
        }
        double const spare = std::max(0.0, page_height - placements[last].y - placements[last].height);
        placements[i].height += spare;
        for (std::size_t next = i + 1; next <= last; ++next) {
            placements[next].y += spare;
        }
    }
}

} // namespace

double height_of(Stack const& stack)
{
    return stack.empty() ? 0 : height_of_group(stack, 0, stack.size());
}

void draw_stack(Canvas& canvas, Stack const& stack, double x, double y)
{
    for (std::size_t i = 0; i < stack.size(); ++i) {
        y += i == 0 ? 0 : stack[i].before;
        stack[i].draw(canvas, x, y, stack[i].height);
        y += stack[i].height;
    }
}

std::vector<Placement> paginate(Stack const& stack, double page_height)
{
    std::vector<Placement> placements;
    std::size_t page = 0;
    double y = 0;
    for (std::size_t first = 0; first < stack.size();) {
        std::size_t const end = end_of_group(stack, first);
        double const needed = stack[first].before + height_of_group(stack, first, end);
        bool const breaks = y > 0 && (stack[first].new_page || y + needed > page_height);
        page += breaks ? 1 : 0;
        y = breaks ? 0 : y;
        for (std::size_t i = first; i < end; ++i) {
            // A chain of headings and texts longer than a page has to break somewhere.
            if (y > 0 && y + stack[i].before + stack[i].height > page_height) {
                ++page;
                y = 0;
            }
            y += y > 0 ? stack[i].before : 0;
            placements.push_back({i, page, y, stack[i].height});
            y += stack[i].height;
        }
        first = end;
    }
    stretch(placements, stack, page_height);
    return placements;
}

} // namespace knowwho
