// SPDX-License-Identifier: MIT
// The last pages of the PDF: blank cards, polite exits, the follow-up slot, the sources.
#include "report/layout_text.hpp"
#include "report/pdf_pages.hpp"
#include "report/wording.hpp"
#include "text/quotation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace knowwho {

namespace {

SheetPiece blank_card(Press const& press, double width)
{
    static constexpr std::array<std::string_view, 4> keys{
        "blank_name", "blank_organisation", "blank_talk", "blank_promised"};
    double const inset = press.unit(8);
    Stack lines;
    for (std::string_view const key : keys) {
        lines.push_back(write_line(press, press.phrases(key), width - 2 * inset, 22));
    }
    auto const shared = std::make_shared<Stack>(std::move(lines));
    Colour const colour = press.palette.line;
    return {height_of(*shared) + 2 * inset, 0, false, false, false,
        [=](Canvas& canvas, double x, double y, double height) {
            canvas.frame(x, y, width, height, 0.8, colour);
            draw_stack(canvas, *shared, x + inset, y);
        }};
}

Stack exits(Press const& press, double width)
{
    Stack stack{small_heading(press, press.phrases("exits"), width)};
    for (auto const& line : press.sheet.polite_exits) {
        stack.push_back(paragraph(press, {{in_quotes(line, press.sheet.language), serif(press, 10.4), {}}}, width, 3));
    }
    return stack;
}

Stack slot(Press const& press, double width)
{
    return {small_heading(press, press.phrases("slot"), width),
        paragraph(press, {{press.sheet.follow_up, sans(press), {}}}, width)};
}

/// Title, site, date and link; of a page that was quoted before, where it was.
std::vector<Run> describe(Press const& press, SourceEntry const& entry)
{
    if (int const first = first_quote_of_page(press.sheet, entry); first > 0) {
        return {{press.phrases.fill("source_again", {{"number", std::to_string(first)}}), quiet(press, 8.4), "#source-" + std::to_string(first)}};
    }
    std::vector<Run> runs{{entry.label, sans(press, 8.4), {}}};
    auto const add = [&](std::string const& text, Look const& look, std::string const& link = {}) {
        if (!text.empty()) {
            runs.push_back({", ", sans(press, 8.4), {}});
            runs.push_back({text, look, link});
        }
    };
    Look italic = sans(press, 8.4);
    italic.italic = true;
    add(entry.site, sans(press, 8.4));
    bool const text = std::holds_alternative<SnippetId>(entry.origin);
    add(entry.date, sans(press, 8.4));
    if (text && entry.stale) {
        add(std::string{press.phrases(entry.date.empty() ? "undated" : "stale")}, italic);
    }
    add(entry.link, quiet(press, 8), entry.link);
    return runs;
}

SheetPiece source(Press const& press, SourceEntry const& entry)
{
    double const number = press.unit(18);
    double const width = press.width - number;
    Stack lines{paragraph(press, describe(press, entry), width)};
    if (!entry.quote.empty()) {
        lines.push_back(paragraph(press, {{in_quotes(entry.quote, press.sheet.language), serif(press, 9.2), {}}}, width));
    }
    SheetPiece block = beside({{number, {paragraph(press, {{std::to_string(entry.number), quiet(press, 8.4), {}}}, number)}},
                             {width, std::move(lines)}},
        0);
    auto const inner = std::make_shared<SheetPiece>(block);
    std::string const target = "source-" + std::to_string(entry.number);
    block.before = press.unit(3.5);
    block.draw = [inner, target](Canvas& canvas, double x, double y, double height) {
        canvas.destination(target, x, y, {});
        inner->draw(canvas, x, y, height);
    };
    return block;
}

} // namespace

Stack last_page(Press const& press, bool with_timeline)
{
    Stack stack;
    if (with_timeline) {
        add_timeline(stack, press);
    }
    stack.push_back(heading(press, std::string{press.phrases("unplanned")}, press.width, "unplanned"));
    stack.front().new_page = true;
    double const gap = press.unit(14);
    std::size_t const columns = press.one_column ? 1 : 2;
    double const width = columns == 1 ? press.width : (press.width - gap) / 2;
    for (std::size_t i = 0; i < press.sheet.blank_cards; i += columns) {
        std::vector<std::pair<double, Stack>> cells;
        for (std::size_t k = i; k < std::min(i + columns, press.sheet.blank_cards); ++k) {
            cells.push_back({width, {blank_card(press, width)}});
        }
        stack.push_back(beside(std::move(cells), gap));
        stack.back().before = i == 0 ? 0 : gap;
    }
    if (press.one_column) {
        stack.push_back(together(exits(press, width)));
        stack.push_back(together(slot(press, width)));
        return stack;
    }
    double const left = press.width * 0.56;
    stack.push_back(beside({{left, exits(press, left)}, {press.width - left - gap, slot(press, press.width - left - gap)}}, gap));
    stack.back().before = press.unit(16);
    return stack;
}

Stack source_pages(Press const& press)
{
    Stack stack{rule(press, press.width, 22), heading(press, std::string{press.phrases("sources")}, press.width, "sources", 4)};
    stack.front().with_next = true;
    std::string made = press.sheet.prepared;
    for (auto const& line : press.sheet.resources) {
        made += " · " + line;
    }
    stack.push_back(paragraph(press, {{made, quiet(press, 8.4), {}}}, press.width));
    stack.back().with_next = true;
    for (auto const& entry : press.sheet.sources) {
        stack.push_back(source(press, entry));
    }
    return stack;
}

} // namespace knowwho
