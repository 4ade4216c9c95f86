// SPDX-License-Identifier: MIT
// The picture of which goal is served by whom: a row for each goal, a column for each target.
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/pdf_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace knowwho {

namespace {

struct GoalColumns {
    double goal, dot, bar, gap;
};

GoalColumns goal_columns(Press const& press)
{
    auto const count = static_cast<double>(press.sheet.cards.size());
    double const gap = press.unit(5);
    double const bar = press.unit(64);
    double const dot = std::min(press.unit(52), (press.width * 0.58 - bar) / std::max(count, 1.0) - gap);
    return {press.width - bar - count * dot - (count + 1) * gap, dot, bar, gap};
}

/// The size for names at the head of narrow columns: 7, or less if a word of theirs would not fit.
double size_of_heads(Press const& press, double width)
{
    constexpr double usual = 7;
    constexpr double least = 4.5;
    double widest = 0;
    for (auto const& card : press.sheet.cards) {
        std::string words = clean_line(card.address, 40);
        std::replace(words.begin(), words.end(), ' ', '\n');
        widest = std::max(widest, press.setter.set({{words, whole(quiet(press, usual)), {}}}, press.width).width());
    }
    return widest > width ? std::max(least, usual * width / widest) : usual;
}

SheetPiece goal_header(Press const& press)
{
    GoalColumns const c = goal_columns(press);
    double const size = size_of_heads(press, c.dot);
    std::vector<std::pair<double, Stack>> cells{
        {c.goal, {paragraph(press, {{std::string{press.phrases("goal")}, quiet(press, 7.6), {}}}, c.goal)}}};
    for (auto const& card : press.sheet.cards) {
        Look number = serif(press, 11);
        number.bold = true;
        number.colour = press.palette.accent;
        std::vector<Run> const runs{{std::to_string(card.number) + "\n", number, {}},
            {clean_line(card.address, 40), whole(quiet(press, size)), {}}};
        cells.push_back({c.dot, {paragraph(press, runs, c.dot, 0, "P", Align::centre)}});
    }
    cells.push_back({c.bar, {paragraph(press, {{std::string{press.phrases("covered")}, quiet(press, 7.6), {}}}, c.bar)}});
    SheetPiece row = ruled(press, beside(std::move(cells), c.gap), press.width, 1.5);
    row.with_next = true;
    return row;
}

SheetPiece dot(Press const& press, double score, double width)
{
    double const radius = press.unit(6.4);
    Palette const palette = press.palette;
    return {2 * radius + press.unit(2), 0, false, false, false,
        [=](Canvas& canvas, double x, double y, double height) {
            canvas.ring(x + width / 2, y + height / 2, radius, palette.line);
            // The area, not the radius, shows the score.
            canvas.disc(x + width / 2, y + height / 2, radius * std::sqrt(std::clamp(score, 0.0, 1.0)), palette.accent);
        }};
}

SheetPiece coverage_bar(Press const& press, GoalCoverage const& goal, double width)
{
    Palette const palette = press.palette;
    double const bar = width * 0.58;
    double const thickness = press.unit(5.5);
    double const filled = bar * std::clamp(goal.coverage, 0.0, 1.0);
    auto const text = std::make_shared<SetText>(
        press.setter.set({{per_cent(goal.coverage, press.sheet.language), sans(press, 8.6), {}}}, width * 0.4));
    double const offset = press.unit(4);
    return {std::max(thickness, text->height()), 0, false, false, false,
        [=](Canvas& canvas, double x, double y, double height) {
            double const top = y + (height - thickness) / 2;
            canvas.box(x, top, filled, thickness, palette.accent);
            canvas.frame(x, top, bar, thickness, 0.6, palette.line);
            canvas.text(*text, x + bar + offset, y, "P");
        }};
}

SheetPiece goal_row(Press const& press, std::size_t index, bool with_wants)
{
    GoalColumns const c = goal_columns(press);
    GoalCoverage const& goal = press.sheet.goals[index];
    std::vector<Run> const name{{goal.name, bold(press, 9), {}},
        {fmt::format("  {} {:g}", press.phrases("weight"), goal.weight), quiet(press, 7.6), {}}};
    Stack text{paragraph(press, name, c.goal)};
    if (with_wants && !goal.want.empty()) {
        text.push_back(paragraph(press, {{clean_line(goal.want, 96), quiet(press, 7.6), {}}}, c.goal, 0));
    }
    std::vector<std::pair<double, Stack>> cells{{c.goal, std::move(text)}};
    for (auto const& card : press.sheet.cards) {
        cells.push_back({c.dot, {dot(press, index < card.goals.size() ? card.goals[index] : 0, c.dot)}});
    }
    cells.push_back({c.bar, {coverage_bar(press, goal, c.bar)}});
    return ruled(press, beside(std::move(cells), c.gap), press.width, 3);
}

} // namespace

void add_goals(Stack& stack, Press const& press, bool with_wants)
{
    if (press.sheet.goals.empty() || press.sheet.cards.empty()) {
        return;
    }
    stack.push_back(heading(press, std::string{press.phrases("coverage")}, press.width, "goals"));
    stack.push_back(goal_header(press));
    for (std::size_t i = 0; i < press.sheet.goals.size(); ++i) {
        stack.push_back(goal_row(press, i, with_wants));
    }
}

} // namespace knowwho
