// SPDX-License-Identifier: MIT
// Page 1 of the PDF: event, targets, goals and reserves.
#include "report/clean_text.hpp"
#include "report/layout_text.hpp"
#include "report/pdf_pages.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {

namespace {

/// What page 1 may leave out to stay one page.
struct CoverDetail {
    bool wants = true; ///< the goals in full
    bool whys = true;  ///< why the reserves
    bool rows = true;  ///< a row for each reserve, not one paragraph for all
    bool timeline = true;
};

/// What goes into a cell of the overview; all of it stands on the target's own page.
constexpr std::size_t longest_in_a_cell = 90;
constexpr std::size_t longest_large_title = 60;

void add_title(Stack& stack, Press const& press)
{
    Briefing const& sheet = press.sheet;
    std::string kicker{press.phrases("briefing")};
    if (!sheet.owner.empty()) {
        kicker.append(1, ' ').append(press.phrases.fill("for", {{"name", sheet.owner}}));
    }
    stack.push_back(paragraph(press, {{kicker, quiet(press, 8.6), {}}}, press.width));
    Look look = serif(press, utf8_length(sheet.event) > longest_large_title ? 18 : 25);
    look.bold = true;
    look.colour = press.palette.accent;
    stack.push_back(paragraph(press, {{sheet.event, look, {}}}, press.width, 0, "H1"));
    std::string const between = sheet.place.empty() || sheet.dates.empty() ? "" : " · ";
    stack.push_back(paragraph(press, {{sheet.place + between + sheet.dates, sans(press, 10), {}}}, press.width, 1));
    if (!sheet.introduction.empty()) {
        stack.push_back(
            paragraph(press, {{std::string{press.phrases("introduction")}, quiet(press, 8), {}}}, press.width, 9));
        stack.push_back(paragraph(press, {{sheet.introduction, serif(press, 12.5), {}}}, press.width, 1));
    }
    stack.push_back(rule(press, press.width, 9));
}

struct TargetColumns {
    double number, name, why, where, gap;
};

TargetColumns columns_of(Press const& press)
{
    double const gap = press.unit(8);
    double const number = press.unit(14);
    double const rest = press.width - number - 3 * gap;
    return {number, rest * 0.38, rest * 0.37, rest * 0.25, gap};
}

SheetPiece header_row(Press const& press)
{
    TargetColumns const c = columns_of(press);
    auto const cell = [&](std::string_view key, double width) {
        return Stack{paragraph(press, {{std::string{press.phrases(key)}, quiet(press, 7.6), {}}}, width)};
    };
    SheetPiece row = beside({{c.number, {}}, {c.name, cell("name", c.name)}, {c.why, cell("why", c.why)},
                           {c.where, cell("where_when", c.where)}},
        c.gap);
    row = ruled(press, row, press.width, 1.5);
    row.with_next = true;
    return row;
}

Stack where_cell(Press const& press, Card const& card, double width)
{
    Stack stack;
    for (auto const& appearance : card.appearances) {
        std::vector<Run> runs{{place_and_time(appearance), sans(press), {}}};
        add_refs(runs, press, appearance.sources);
        stack.push_back(paragraph(press, runs, width));
    }
    if (stack.empty()) {
        stack.push_back(dotted(press, width, 13));
    }
    return stack;
}

SheetPiece target_row(Press const& press, Card const& card)
{
    TargetColumns const c = columns_of(press);
    Look number = serif(press, 13);
    number.bold = true;
    number.colour = press.palette.accent;
    Stack name{paragraph(press, {{clean_line(card.address, longest_in_a_cell), bold(press, 10.4), "#person-" + std::to_string(card.number)}}, c.name)};
    std::vector<Run> what;
    add_parts(what, {clean_line(card.role, longest_in_a_cell), clean_line(card.organisation, longest_in_a_cell)}, ", ", whole(quiet(press, 8.6)));
    add_refs(what, press, card.row_sources);
    name.push_back(paragraph(press, what, c.name, 0.5));
    std::vector<Run> why{{card.why.text, sans(press), {}}};
    add_refs(why, press, card.why.sources);
    return ruled(press,
        beside({{c.number, {paragraph(press, {{std::to_string(card.number), number, {}}}, c.number)}}, {c.name, name},
                   {c.why, {paragraph(press, why, c.why)}}, {c.where, where_cell(press, card, c.where)}},
            c.gap),
        press.width, 4);
}

void add_targets(Stack& stack, Press const& press)
{
    stack.push_back(heading(press, std::string{press.phrases("targets")}, press.width, "targets", 6));
    if (!press.sheet.cards.empty()) {
        stack.push_back(header_row(press));
    }
    for (auto const& card : press.sheet.cards) {
        stack.push_back(target_row(press, card));
    }
    if (!press.sheet.chance.empty()) {
        stack.push_back(paragraph(press, {{press.sheet.chance, quiet(press, 8.8), {}}}, press.width, 5));
    }
}

Stack reserve_cell(Press const& press, Reserve const& reserve, std::size_t number, double width, CoverDetail detail)
{
    std::vector<Run> runs{{fmt::format("{}  ", number), quiet(press, 8.6), {}},
        {clean_line(reserve.address, longest_in_a_cell), bold(press, 8.8), {}}};
    add_parts(runs, {clean_line(reserve.role, longest_in_a_cell), clean_line(reserve.organisation, longest_in_a_cell)}, ", ", whole(sans(press, 8.6)));
    add_refs(runs, press, reserve.row_sources);
    Stack stack{paragraph(press, runs, width)};
    if (detail.whys && !reserve.why.text.empty()) {
        std::vector<Run> why{{reserve.why.text, quiet(press, 8), {}}};
        add_refs(why, press, reserve.why.sources);
        double const step = press.unit(11);
        stack.push_back(indented(paragraph(press, why, width - step, 0.5), step));
    }
    return stack;
}

SheetPiece reserves_in_a_paragraph(Press const& press)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < press.sheet.reserves.size(); ++i) {
        Reserve const& reserve = press.sheet.reserves[i];
        runs.push_back({fmt::format("{}{}\u00a0", i == 0 ? "" : "   ", i + 1), quiet(press, 8.6), {}});
        runs.push_back({clean_line(reserve.address, longest_in_a_cell), bold(press, 8.6), {}});
        std::string const& what = reserve.organisation.empty() ? reserve.role : reserve.organisation;
        add_parts(runs, {clean_line(what, longest_in_a_cell)}, ", ", whole(sans(press, 8.6)));
        add_refs(runs, press, reserve.row_sources);
    }
    return paragraph(press, runs, press.width);
}

void add_reserves(Stack& stack, Press const& press, CoverDetail detail)
{
    auto const& reserves = press.sheet.reserves;
    if (reserves.empty()) {
        return;
    }
    stack.push_back(heading(press, std::string{press.phrases("reserves")}, press.width, "reserves"));
    if (!detail.rows) {
        stack.push_back(reserves_in_a_paragraph(press));
        return;
    }
    double const gap = press.unit(16);
    std::size_t const columns = press.one_column ? 1 : 2;
    double const width = columns == 1 ? press.width : (press.width - gap) / 2;
    for (std::size_t i = 0; i < reserves.size(); i += columns) {
        std::vector<std::pair<double, Stack>> cells;
        for (std::size_t k = i; k < std::min(i + columns, reserves.size()); ++k) {
            cells.push_back({width, reserve_cell(press, reserves[k], k + 1, width, detail)});
        }
        stack.push_back(beside(std::move(cells), gap));
        stack.back().before = i == 0 ? 0 : press.unit(4);
    }
}

Stack cover_with(Press const& press, CoverDetail detail)
{
    Stack stack;
    add_title(stack, press);
    add_targets(stack, press);
    if (detail.timeline) {
        add_timeline(stack, press);
    }
    add_goals(stack, press, detail.wants);
    add_reserves(stack, press, detail);
    return stack;
}

} // namespace

Stack cover_page(Press const& press, bool& shows_timeline)
{
    Stack stack;
    for (CoverDetail const detail : {CoverDetail{}, CoverDetail{true, false, true, true}, CoverDetail{false, false, true, true},
             CoverDetail{false, false, false, true}, CoverDetail{false, false, false, false}}) {
        stack = cover_with(press, detail);
        shows_timeline = detail.timeline;
        if (press.one_column || height_of(stack) <= press.height) {
            return stack;
        }
    }
    return stack;
}

} // namespace knowwho
