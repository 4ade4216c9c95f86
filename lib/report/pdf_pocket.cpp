// SPDX-License-Identifier: MIT
// The pocket card: the briefing on two sides of a sheet that is folded twice.
#include "report/pdf_pocket.hpp"

#include "report/clean_text.hpp"
#include "report/layout_text.hpp"
#include "report/pdf_parts.hpp"
#include "text/quotation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace knowwho {

namespace {

constexpr double panel_margin = 20; ///< points, to the fold and to the edge
constexpr double pocket_scale = 1.0;
constexpr std::size_t panels_a_side = 4;

Look strong(Press const& press, double size)
{
    Look look = serif(press, size);
    look.bold = true;
    look.colour = press.palette.accent;
    return look;
}

Stack overview_panel(Press const& press)
{
    Briefing const& sheet = press.sheet;
    Stack stack{paragraph(press, {{clean_line(sheet.event, 60), strong(press, 15), {}}}, press.width, 0, "H1")};
    std::string const between = sheet.place.empty() || sheet.dates.empty() ? "" : " · ";
    stack.push_back(paragraph(press, {{sheet.place + between + sheet.dates, quiet(press, 8.4), {}}}, press.width, 1));
    stack.push_back(rule(press, press.width, 6, 1.2));
    for (auto const& card : sheet.cards) {
        std::vector<Run> const runs{{fmt::format("{}  ", card.number), strong(press, 10.5), {}},
            {clean_line(card.address, 40), bold(press, 9.4), {}},
            {"  ", quiet(press, 8.2), {}}, {clean_line(card.organisation, 44), quiet(press, 8.2), {}}};
        stack.push_back(paragraph(press, runs, press.width, 4));
        if (!card.appearances.empty()) {
            std::string const where = clean_line(place_and_time(card.appearances.front()), 60);
            stack.push_back(indented(paragraph(press, {{where, sans(press, 8.2), {}}}, press.width - 12, 0), 12));
        }
    }
    if (!sheet.introduction.empty()) {
        stack.push_back(paragraph(press, {{clean_line(sheet.introduction, 160), serif(press, 10), {}}}, press.width, 9));
    }
    return stack;
}

/// Who, the first openers that fit, and the ask.
Stack target_panel(Press const& press, Card const& card)
{
    Stack stack{paragraph(press, {{fmt::format("{}  ", card.number), strong(press, 13), {}}, {clean_line(card.address, 60), strong(press, 13), {}}}, press.width, 0, "H2")};
    std::vector<Run> what;
    add_parts(what, {clean_line(card.role, 70), clean_line(card.organisation, 60)}, ", ", whole(quiet(press, 8.2)));
    stack.push_back(paragraph(press, what, press.width, 0.5));
    if (!card.appearances.empty()) {
        stack.push_back(paragraph(press, {{clean_line(place_and_time(card.appearances.front()), 60), sans(press, 8.2), {}}}, press.width, 1));
    }
    stack.push_back(rule(press, press.width, 4, 0.8));
    Stack const ask{small_heading(press, press.phrases("ask"), press.width, 7),
        paragraph(press, {{card.ask, serif(press, 10), {}}}, press.width)};
    double const room = press.height - (card.ask.empty() ? 0 : height_of(ask) + ask.front().before);
    for (auto const& opener : card.openers) {
        std::string const begun = opener.fill_in.empty() ? "" : " " + opener.fill_in + " …";
        Stack lines{paragraph(press, {{opener.sentence.text + begun, serif(press, 10.4), {}}}, press.width, 4)};
        lines.push_back(indented(paragraph(press, {{opener.question, sans(press, 8.4), {}}}, press.width - 8, 0.5), 8));
        SheetPiece block = together(std::move(lines));
        if (height_of(stack) + block.before + block.height <= room) {
            stack.push_back(std::move(block));
        }
    }
    if (!card.ask.empty()) {
        stack.insert(stack.end(), ask.begin(), ask.end());
    }
    return stack;
}

Stack last_panel(Press const& press)
{
    Stack stack{small_heading(press, press.phrases("exits"), press.width, 0)};
    for (auto const& line : press.sheet.polite_exits) {
        stack.push_back(paragraph(press, {{in_quotes(line, press.sheet.language), serif(press, 10), {}}}, press.width, 2));
    }
    stack.push_back(small_heading(press, press.phrases("slot"), press.width));
    stack.push_back(paragraph(press, {{press.sheet.follow_up, sans(press, 8.6), {}}}, press.width));
    return stack;
}

Stack blank_panel(Press const& press)
{
    Stack stack{small_heading(press, press.phrases("notes"), press.width, 0)};
    while (height_of(stack) + press.unit(22) < press.height) {
        stack.push_back(write_line(press, "", press.width, 22));
    }
    return stack;
}

std::vector<Stack> panels_of(Press const& press)
{
    std::vector<Stack> panels{overview_panel(press)};
    for (auto const& card : press.sheet.cards) {
        panels.push_back(target_panel(press, card));
    }
    panels.push_back(last_panel(press));
    while (panels.size() % panels_a_side != 0) {
        panels.push_back(blank_panel(press));
    }
    return panels;
}

void draw_folds(Canvas& canvas, PaperSize size, Palette const& palette)
{
    canvas.dotted_line(0, size.width, size.height / 2, palette.line);
    canvas.line(size.width / 2, 0, size.width / 2, size.height, 0.3, palette.line);
}

} // namespace

std::string to_pocket_card(Briefing const& briefing, SheetOptions const& options, Instant now)
{
    Phrases const phrases{briefing.language};
    Typesetter const setter{briefing.language, pocket_scale, options.hyphenation};
    PaperSize const size = size_of(options.paper);
    Press const press{briefing, phrases, setter, options.black_and_white ? black_and_white() : Palette{},
        size.width / 2 - 2 * panel_margin, size.height / 2 - 2 * panel_margin, false};
    std::string const language = briefing.language == Language::german ? "de" : "en";
    Canvas canvas{size, {briefing.event + ": " + std::string{phrases("briefing")}, briefing.owner, now, language}};
    auto const panels = panels_of(press);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        std::size_t const place = i % panels_a_side;
        if (place == 0) {
            if (i > 0) {
                canvas.next_page();
            }
            draw_folds(canvas, size, press.palette);
        }
        double const x = static_cast<double>(place % 2) * size.width / 2 + panel_margin;
        double const y = static_cast<double>(place / 2) // NOLINT(bugprone-integer-division): the row
            * size.height / 2 + panel_margin;
        draw_stack(canvas, panels[i], x, y);
    }
    return canvas.finish();
}

} // namespace knowwho
