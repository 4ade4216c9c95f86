// SPDX-License-Identifier: MIT
// A target's page of the PDF.
#include "report/layout_text.hpp"
#include "report/pdf_pages.hpp"
#include "text/quotation.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace knowwho {

namespace {

constexpr std::size_t longest_large_name = 48; ///< letters

Stack identity(Press const& press, Card const& card, double width)
{
    // A long name is set smaller, never cut.
    Look name = serif(press, utf8_length(card.address) > longest_large_name ? 14 : 20);
    name.bold = true;
    name.colour = press.palette.accent;
    Stack stack{paragraph(press, {{card.address, name, {}}}, width, 0, "H2")};
    std::string const name_in_full = card.full_name == card.address ? std::string{} : card.full_name;
    std::vector<Run> runs;
    add_parts(runs, {name_in_full, card.role, card.organisation, card.place}, " · ", whole(sans(press)));
    add_refs(runs, press, card.row_sources);
    stack.push_back(paragraph(press, runs, width, 1));
    for (auto const& appearance : card.appearances) {
        std::vector<Run> talk{{talk_line(appearance, press.phrases), sans(press), {}}};
        add_refs(talk, press, appearance.sources);
        double const step = press.unit(8);
        SheetPiece block = indented(paragraph(press, talk, width - step, 3), step);
        Colour const accent = press.palette.accent;
        auto const inner = std::make_shared<SheetPiece>(block);
        block.draw = [inner, accent](Canvas& canvas, double x, double y, double height) {
            canvas.line(x + 1, y, x + 1, y + height, 2, accent);
            inner->draw(canvas, x, y, height);
        };
        stack.push_back(block);
    }
    return stack;
}

/// The score as a bar of its shares, and below it the range of doubt.
SheetPiece score_bar(Press const& press, Card const& card, double width)
{
    double const thickness = press.unit(8);
    auto const palette = press.palette;
    return {thickness + press.unit(5), press.unit(4), false, false, false,
        [card, palette, thickness, width](Canvas& canvas, double x, double y, double) {
            double at = 0;
            for (std::size_t i = 0; i < std::min(card.shares.size(), palette.shades.size()); ++i) {
                canvas.box(x + at * width, y, card.shares[i].share * width, thickness, palette.shades[i]);
                at += card.shares[i].share;
            }
            canvas.frame(x, y, width, thickness, 0.6, palette.line);
            double const below = y + thickness + 2.5;
            canvas.line(x + card.low * width, below, x + card.high * width, below, 1.4, palette.quiet);
        }};
}

Stack score(Press const& press, Card const& card, double width)
{
    Stack stack{score_bar(press, card, width)};
    stack.push_back(paragraph(press, {{score_line(card, press.phrases), quiet(press, 7.6), {}}}, width, 0));
    std::string legend;
    for (std::size_t i = 0; i < std::min<std::size_t>(card.shares.size(), 5); ++i) {
        legend += (legend.empty() ? "" : " · ") + card.shares[i].label + "\u00a0" + points(card.shares[i].share);
    }
    stack.push_back(paragraph(press, {{legend, quiet(press, 7.6), {}}}, width, 0));
    return stack;
}

SheetPiece card_header(Press const& press, Card const& card)
{
    Look big = serif(press, 30);
    big.bold = true;
    big.colour = press.palette.accent;
    double const gap = press.unit(10);
    double const number = press.unit(20);
    double const right = press.one_column ? 0 : press.width * 0.3;
    double const middle = press.width - number - gap - (right > 0 ? right + gap : 0);
    Stack left = identity(press, card, middle);
    if (press.one_column) {
        Stack const below = score(press, card, middle);
        left.insert(left.end(), below.begin(), below.end());
    }
    std::vector<std::pair<double, Stack>> columns{
        {number, {paragraph(press, {{std::to_string(card.number), big, {}}}, number, 0, "P")}}, {middle, std::move(left)}};
    if (right > 0) {
        columns.push_back({right, score(press, card, right)});
    }
    SheetPiece block = beside(std::move(columns), gap);
    auto const inner = std::make_shared<SheetPiece>(block);
    std::string const target = "person-" + std::to_string(card.number);
    std::string const title = fmt::format("{}  {}", card.number, card.address);
    block.new_page = true;
    block.draw = [inner, target, title](Canvas& canvas, double x, double y, double height) {
        canvas.destination(target, x, y, title);
        inner->draw(canvas, x, y, height);
    };
    return block;
}

/// What the user completes by hand: the beginning, and dots to the end of the line and one more.
SheetPiece fill_in(Press const& press, std::string const& text, double width)
{
    auto const set = std::make_shared<SetText>(press.setter.set({{text, serif(press, 11), {}}}, width));
    Colour const colour = press.palette.quiet;
    double const from = set->width() + press.unit(4);
    SheetPiece line{set->height(), press.unit(1), false, false, false,
        [=](Canvas& canvas, double x, double y, double height) {
            canvas.text(*set, x, y, "P");
            canvas.dotted_line(x + from, x + width, y + height - 2.5, colour);
        }};
    return together({line, dotted(press, width, 15)});
}

SheetPiece opener(Press const& press, Opener const& opener, double width)
{
    bool const complete = opener.fill_in.empty();
    // No marks around what is said: it may have marks of its own, and the letters tell it apart.
    std::vector<Run> say{{opener.sentence.text, serif(press, 11), {}}};
    add_refs(say, press, opener.sentence.sources);
    Stack stack{paragraph(press, {{opener.label, quiet(press, 7.4), {}}}, width, 9), paragraph(press, say, width, 1)};
    if (!complete) {
        stack.push_back(fill_in(press, opener.fill_in, width));
    }
    double const step = press.unit(10);
    std::vector<Run> const then{{std::string{press.phrases("then")} + " ", quiet(press, 8), {}},
        {opener.question, sans(press, 9), {}}};
    stack.push_back(indented(paragraph(press, then, width - step, 1.5), step));
    return together(std::move(stack));
}

Stack openers(Press const& press, Card const& card, double width)
{
    Stack stack{small_heading(press, press.phrases("openers"), width)};
    for (auto const& one : card.openers) {
        stack.push_back(opener(press, one, width));
    }
    if (stack.size() > 1) {
        stack[1].before = 0;
    }
    return stack;
}

void add_list(Stack& stack, Press const& press, std::string_view key, std::vector<Statement> const& statements,
    double width, std::string_view mark)
{
    if (statements.empty()) {
        return;
    }
    stack.push_back(small_heading(press, press.phrases(key), width));
    for (auto const& statement : statements) {
        std::vector<Run> runs{{std::string{mark} + statement.text, sans(press, 9), {}}};
        add_refs(runs, press, statement.sources);
        stack.push_back(paragraph(press, runs, width, &statement == &statements.front() ? 0 : 2));
    }
}

Stack side(Press const& press, Card const& card, double width)
{
    Stack stack;
    if (!card.reasons.empty()) {
        stack.push_back(small_heading(press, press.phrases("why_this_person"), width));
    }
    for (auto const& reason : card.reasons) {
        std::vector<Run> runs{{reason.label + "\n", quiet(press, 7.4), {}}, {reason.sentence.text, sans(press, 9), {}}};
        add_refs(runs, press, reason.sentence.sources);
        stack.push_back(paragraph(press, runs, width, &reason == &card.reasons.front() ? 0 : 3));
    }
    if (!card.quotes.empty()) {
        stack.push_back(small_heading(press, press.phrases("quotes"), width));
    }
    for (auto const& quote : card.quotes) {
        std::vector<Run> runs{{in_quotes(quote.text, press.sheet.language), serif(press, 9.8), {}}};
        add_refs(runs, press, quote.sources);
        stack.push_back(paragraph(press, runs, width, &quote == &card.quotes.front() ? 0 : 3));
    }
    add_list(stack, press, "give", card.give, width, "");
    add_list(stack, press, "unknown", card.unknown, width, "– ");
    add_list(stack, press, "do_not_mention", card.do_not_mention, width, "– ");
    return stack;
}

SheetPiece ask(Press const& press, Card const& card)
{
    double const inset = press.unit(9);
    double const width = press.width - 2 * inset;
    Stack stack{small_heading(press, press.phrases("ask"), width),
        paragraph(press, {{card.ask, serif(press, 11), {}}}, width)};
    double const inner = height_of(stack);
    auto const shared = std::make_shared<Stack>(std::move(stack));
    Colour const accent = press.palette.accent;
    double const page = press.width;
    return {inner + 1.4 * inset, press.unit(10), false, false, false,
        [=](Canvas& canvas, double x, double y, double height) {
            canvas.frame(x, y, page, height, 0.8, accent);
            draw_stack(canvas, *shared, x + inset, y + 0.6 * inset);
        }};
}

/// Two columns if they fit on the page beside what must stand there too, else one after the other.
void add_columns(Stack& stack, Press const& press, Card const& card)
{
    double const gap = press.unit(18);
    double const left = (press.width - gap) * 0.57;
    double const right = press.width - gap - left;
    double const room = press.height - height_of(stack);
    if (!press.one_column) {
        SheetPiece columns = beside({{left, openers(press, card, left)}, {right, side(press, card, right)}}, gap);
        columns.before = press.unit(9);
        if (columns.height + columns.before <= room) {
            stack.push_back(std::move(columns));
            return;
        }
    }
    for (Stack const& part : {openers(press, card, press.width), side(press, card, press.width)}) {
        stack.insert(stack.end(), part.begin(), part.end());
    }
}

/// The whole page with at most so many reasons, quotes and openers.
struct Detail {
    std::size_t reasons, quotes, openers;
};

Card shortened(Card card, Detail detail)
{
    card.reasons.resize(std::min(card.reasons.size(), detail.reasons));
    card.quotes.resize(std::min(card.quotes.size(), detail.quotes));
    while (card.openers.size() > detail.openers) {
        // The last one needs no fact and stays.
        card.openers.erase(card.openers.end() - 2);
    }
    return card;
}

Stack page_with(Press const& press, Card const& card)
{
    Stack stack{card_header(press, card)};
    add_columns(stack, press, card);
    if (!card.ask.empty()) {
        stack.push_back(ask(press, card));
    }
    add_notes(stack, press);
    return stack;
}

} // namespace

Stack card_page(Press const& press, Card const& card)
{
    static constexpr std::array<Detail, 5> details{{{5, 2, 5}, {4, 2, 5}, {3, 1, 5}, {3, 1, 4}, {2, 0, 3}}};
    Stack stack = page_with(press, card);
    // A card is one page: rather a weaker reason less than notes overleaf. Large print may flow.
    for (auto const& detail : details) {
        if (press.one_column || height_of(stack) <= press.height) {
            break;
        }
        stack = page_with(press, shortened(card, detail));
    }
    return stack;
}

} // namespace knowwho
