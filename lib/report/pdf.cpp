// SPDX-License-Identifier: MIT
// The briefing as a PDF: real text in embedded fonts, tagged, with links and an outline.
#include "report/pdf.hpp"

#include "report/clean_text.hpp"
#include "report/pdf_pages.hpp"

namespace knowwho {

namespace {

constexpr double margin = 42;      ///< points, left and right
constexpr double head_space = 50;  ///< from the top of the page to the text
constexpr double foot_space = 40;

void append(Stack& stack, Stack part)
{
    for (auto& block : part) {
        stack.push_back(std::move(block));
    }
}

Stack whole_sheet(Press const& press)
{
    bool shows_timeline = true;
    Stack stack = cover_page(press, shows_timeline);
    for (auto const& card : press.sheet.cards) {
        append(stack, card_page(press, card));
    }
    append(stack, last_page(press, !shows_timeline));
    append(stack, source_pages(press));
    return stack;
}

/// The running header: event on the left, page on the right. Not on page 1, which begins with it.
void draw_header(Canvas& canvas, Press const& press, std::size_t page, std::size_t pages)
{
    std::string const number = press.phrases.fill(
        "page_of", {{"page", std::to_string(page + 1)}, {"pages", std::to_string(pages)}});
    double const right = press.width * 0.25;
    SetText const count = press.setter.set({{number, quiet(press, 7.6), {}}}, right, Align::right);
    double const y = head_space - press.unit(8) - count.height();
    canvas.text(count, margin + press.width - right, y, "");
    if (page > 0) {
        canvas.text(press.setter.set({{clean_line(press.sheet.event, press.one_column ? 52 : 84), quiet(press, 7.6), {}}}, press.width - right), margin, y, "");
        canvas.line(margin, head_space - press.unit(5), margin + press.width, head_space - press.unit(5), 0.6,
            press.palette.line);
    }
}

} // namespace

std::string to_pdf(Briefing const& briefing, SheetOptions const& options, Instant now)
{
    Phrases const phrases{briefing.language};
    Typesetter const setter{briefing.language, options.large_print ? 1.38 : 1.0, options.hyphenation};
    PaperSize const size = size_of(options.paper);
    Press const press{briefing, phrases, setter, options.black_and_white ? black_and_white() : Palette{},
        size.width - 2 * margin, size.height - head_space - foot_space, options.large_print};
    Stack const stack = whole_sheet(press);
    auto const placements = paginate(stack, press.height);
    std::size_t const pages = placements.empty() ? 1 : placements.back().page + 1;
    std::string const title = briefing.event + ": " + std::string{phrases("briefing")};
    Canvas canvas{size, {title, briefing.owner, now, briefing.language == Language::german ? "de" : "en"}};
    std::size_t page = 0;
    draw_header(canvas, press, page, pages);
    for (auto const& placement : placements) {
        while (page < placement.page) {
            canvas.next_page();
            draw_header(canvas, press, ++page, pages);
        }
        stack[placement.block].draw(canvas, margin, head_space + placement.y, placement.height);
    }
    return canvas.finish();
}

} // namespace knowwho
