// SPDX-License-Identifier: MIT
// The building stones of the PDF's pages: paragraphs, columns, rules, rows to write on.
#include "report/pdf_parts.hpp"

#include <algorithm>
#include <memory>

namespace knowwho {

Palette black_and_white()
{
    auto const grey = [](double value) { return Colour{value, value, value}; };
    return {grey(0), grey(0.2), grey(0.55), grey(0), {grey(0), grey(0.33), grey(0.55), grey(0.74), grey(0.9)}};
}

Look sans(Press const& press, double size)
{
    return {Face::sans, size, false, false, false, false, press.palette.ink};
}

Look quiet(Press const& press, double size)
{
    return {Face::sans, size, false, false, false, false, press.palette.quiet};
}

Look bold(Press const& press, double size)
{
    return {Face::sans, size, true, false, false, false, press.palette.ink};
}

Look whole(Look look)
{
    look.whole = true;
    return look;
}

Look serif(Press const& press, double size)
{
    return {Face::serif, size, false, false, false, false, press.palette.ink};
}

void add_refs(std::vector<Run>& runs, Press const& press, std::vector<int> const& sources)
{
    Look look = quiet(press, 9.2);
    look.raised = true;
    // Narrow spaces that do not break: a number alone on a line says nothing.
    char const* between = "\u202f";
    for (int const number : sources) {
        runs.push_back({between, look, {}});
        runs.push_back({std::to_string(number), look, "#source-" + std::to_string(number)});
        between = ",\u202f";
    }
}

void add_parts(std::vector<Run>& runs, std::vector<std::string> const& parts, std::string const& between, Look const& look)
{
    bool first = runs.empty();
    for (auto const& part : parts) {
        if (!part.empty()) {
            runs.push_back({first ? "" : between, look, {}});
            runs.push_back({part, look, {}});
            first = false;
        }
    }
}

SheetPiece paragraph(Press const& press, std::vector<Run> const& runs, double width, double before, char const* tag, Align align)
{
    auto const text = std::make_shared<SetText>(press.setter.set(runs, width, align));
    return {text->height(), press.unit(before), false, false, false,
        [text, tag](Canvas& canvas, double x, double y, double) { canvas.text(*text, x, y, tag); }};
}

SheetPiece small_heading(Press const& press, std::string_view text, double width, double before)
{
    Look look = bold(press, 8.2);
    look.colour = press.palette.accent;
    SheetPiece block = paragraph(press, {{std::string{text}, look, {}}}, width, before, "H3");
    block.height += press.unit(2.5);
    block.with_next = true;
    return block;
}

SheetPiece heading(Press const& press, std::string const& text, double width, std::string const& name, double before)
{
    Look look = serif(press, 15);
    look.bold = true;
    look.colour = press.palette.accent;
    auto const set = std::make_shared<SetText>(press.setter.set({{text, look, {}}}, width));
    return {set->height() + press.unit(3), press.unit(before), true, false, false,
        [set, text, name](Canvas& canvas, double x, double y, double) {
            if (!name.empty()) {
                canvas.destination(name, x, y, text);
            }
            canvas.text(*set, x, y, "H2");
        }};
}

SheetPiece beside(std::vector<std::pair<double, Stack>> columns, double gap)
{
    double height = 0;
    for (auto const& [width, stack] : columns) {
        height = std::max(height, height_of(stack));
    }
    auto const shared = std::make_shared<std::vector<std::pair<double, Stack>>>(std::move(columns));
    return {height, 0, false, false, false, [shared, gap](Canvas& canvas, double x, double y, double) {
                for (auto const& [width, stack] : *shared) {
                    draw_stack(canvas, stack, x, y);
                    x += width + gap;
                }
            }};
}

SheetPiece together(Stack stack)
{
    double const before = stack.empty() ? 0 : stack.front().before;
    double const height = height_of(stack);
    auto const shared = std::make_shared<Stack>(std::move(stack));
    return {height, before, false, false, false,
        [shared](Canvas& canvas, double x, double y, double) { draw_stack(canvas, *shared, x, y); }};
}

SheetPiece ruled(Press const& press, SheetPiece block, double width, double gap)
{
    Colour const colour = press.palette.line;
    double const space = press.unit(gap);
    auto const inner = std::make_shared<SheetPiece>(std::move(block));
    SheetPiece out = *inner;
    out.height = inner->height + 2 * space;
    out.draw = [inner, colour, width, space](Canvas& canvas, double x, double y, double height) {
        inner->draw(canvas, x, y + space, inner->height);
        canvas.line(x, y + height, x + width, y + height, 0.6, colour);
    };
    return out;
}

SheetPiece indented(SheetPiece block, double by)
{
    auto const inner = std::make_shared<SheetPiece>(std::move(block));
    SheetPiece out = *inner;
    out.draw = [inner, by](Canvas& canvas, double x, double y, double height) { inner->draw(canvas, x + by, y, height); };
    return out;
}

SheetPiece rule(Press const& press, double width, double before, double thickness)
{
    Colour const colour = press.palette.accent;
    return {press.unit(6), press.unit(before), false, false, false,
        [colour, width, thickness](Canvas& canvas, double x, double y, double) {
            canvas.line(x, y, x + width, y, thickness, colour);
        }};
}

SheetPiece dotted(Press const& press, double width, double height)
{
    Colour const colour = press.palette.quiet;
    return {press.unit(height), 0, false, false, false, [colour, width](Canvas& canvas, double x, double y, double total) {
                canvas.dotted_line(x, x + width, y + total, colour);
            }};
}

SheetPiece write_line(Press const& press, std::string_view label, double width, double height)
{
    auto const text
        = std::make_shared<SetText>(press.setter.set({{std::string{label}, quiet(press, 7.8), {}}}, width * 0.6));
    Colour const colour = press.palette.line;
    double const gap = press.unit(5);
    return {std::max(press.unit(height), text->height()), 0, false, false, false,
        [text, colour, width, gap](Canvas& canvas, double x, double y, double total) {
            canvas.text(*text, x, y + total - text->height(), "P");
            canvas.line(x + text->width() + gap, y + total, x + width, y + total, 0.6, colour);
        }};
}

} // namespace knowwho
