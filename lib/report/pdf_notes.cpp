// SPDX-License-Identifier: MIT
// The foot of a target's page, to write on: notes and the follow-up boxes.
#include "report/pdf_pages.hpp"

#include <array>
#include <memory>

namespace knowwho {

namespace {

SheetPiece boxes(Press const& press)
{
    static constexpr std::array<std::string_view, 4> keys{"box_met", "box_72", "box_promise", "box_thanks"};
    auto const texts = std::make_shared<std::vector<SetText>>();
    for (std::string_view const key : keys) {
        texts->push_back(press.setter.set({{std::string{press.phrases(key)}, sans(press, 8.4), {}}}, press.width));
    }
    double const size = press.unit(8.5);
    double const gap = press.unit(5);
    double const blank = press.unit(46);
    double total = blank;
    for (auto const& text : *texts) {
        total += size + gap + text.width();
    }
    double const between = (press.width - total) / 3;
    bool const fits = between > gap;
    double const row = press.unit(15);
    Palette const palette = press.palette;
    return {fits ? row : 4 * row, press.unit(6), false, false, false,
        [=](Canvas& canvas, double x, double y, double) {
            double at = x;
            for (std::size_t i = 0; i < texts->size(); ++i) {
                SetText const& text = (*texts)[i];
                canvas.frame(at, y + (text.height() - size) / 2 + 1, size, size, 0.8, palette.ink);
                canvas.text(text, at + size + gap, y, "P");
                double end = at + size + gap + text.width();
                if (i == 0) {
                    canvas.line(end + gap, y + text.height(), end + blank - gap, y + text.height(), 0.6, palette.line);
                    end += blank;
                }
                at = fits ? end + between : x;
                y += fits ? 0 : row;
            }
        }};
}

/// Lines to write on, as many as the page has room for.
SheetPiece empty_lines(Press const& press)
{
    Colour const colour = press.palette.line;
    double const step = press.unit(20);
    double const width = press.width;
    return {2 * step, 0, true, false, true, [=](Canvas& canvas, double x, double y, double height) {
                for (double at = step; at <= height + 0.5; at += step) {
                    canvas.line(x, y + at, x + width, y + at, 0.6, colour);
                }
            }};
}

} // namespace

void add_notes(Stack& stack, Press const& press)
{
    stack.push_back(small_heading(press, press.phrases("notes"), press.width));
    double const gap = press.unit(16);
    double const width = press.one_column ? press.width : (press.width - gap) / 2;
    static constexpr std::array<std::string_view, 4> keys{
        "note_place", "note_introduced", "note_promised", "note_interests"};
    std::size_t const columns = press.one_column ? 1 : 2;
    for (std::size_t i = 0; i < keys.size(); i += columns) {
        std::vector<std::pair<double, Stack>> cells;
        for (std::size_t k = i; k < i + columns; ++k) {
            cells.push_back({width, {write_line(press, press.phrases(keys[k]), width)}});
        }
        SheetPiece row = beside(std::move(cells), gap);
        row.with_next = true;
        stack.push_back(std::move(row));
    }
    stack.push_back(empty_lines(press));
    stack.push_back(boxes(press));
}

} // namespace knowwho
