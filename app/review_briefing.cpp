// SPDX-License-Identifier: MIT
// The sheet in the browser: the same composer and writers as `brief`.
#include "app/briefing_step.hpp"
#include "app/file_word.hpp"
#include "app/met_before_step.hpp"
#include "app/review_routes.hpp"
#include "report/compose.hpp"
#include "review/briefing_view.hpp"
#include "score/shortlist.hpp"
#include "store/lists.hpp"
#include "store/outcomes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>

namespace knowwho::review {
namespace {

/// The sheet stands alone: it may style itself, and do nothing else.
constexpr auto sheet_rules = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none';"
                             " frame-ancestors 'self'; sandbox allow-popups";

std::string lists_of(Session& session)
{
    auto names = std::vector<std::string>{};
    for (auto const& list : lists(session.notebook(), session.event().id)) {
        names.push_back(list.file);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

struct Written {
    std::string bytes;
    std::size_t cards = 0;
};

/// `brief` keeps whom it put on the sheet, so that one can say afterwards what came of it: so does a download.
enum class Keeping { nothing, targets };

Written written_sheet(Session& session, SheetChoice const& choice, SheetFormat format, Keeping keeping)
{
    session.arrange({});
    auto const& ranking = session.ranking();
    auto const chosen = Ranking{ranking.candidates, ranking.matches, choose(ranking.matches, ranking.candidates, session.goals(), choice.targets)};
    if (keeping == Keeping::targets) {
        save_targets(session.notebook(), session.event().id, targets_of(chosen));
    }
    auto const met = met_before_event(session.notebook(), session.event(), chosen);
    auto const names = lists_of(session);
    auto const input = BriefingInput{session.goals(), chosen.candidates, chosen.matches, chosen.shortlist, day_of(session.now()), names, {}, met};
    auto const briefing = compose(input);
    auto const hyphenation = is_pdf(format) ? hyphenation_of(briefing.language) : Hyphenation{{}};
    auto const options = SheetOptions{choice.letter ? Paper::letter : Paper::a4, choice.large_print, choice.black_and_white, hyphenation.empty() ? nullptr : &hyphenation};
    return {write_sheet(briefing, input, format, options, session.now()), briefing.cards.size()};
}

/// "knowwho-maschinenbau-forum-2026".
std::string download_name(Session const& session)
{
    auto const event = file_word(session.event().name);
    return event.empty() ? "knowwho" : "knowwho-" + event;
}

std::string_view type_of(SheetFormat format)
{
    switch (format) {
    case SheetFormat::html: return "text/html; charset=utf-8";
    case SheetFormat::pdf:
    case SheetFormat::pocket_card: return "application/pdf";
    case SheetFormat::markdown: return "text/markdown; charset=utf-8";
    case SheetFormat::json: return "application/json; charset=utf-8";
    case SheetFormat::calendar: return "text/calendar; charset=utf-8";
    case SheetFormat::vcards: return "text/vcard; charset=utf-8";
    }
    return "application/octet-stream";
}

WebResponse briefing_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/briefing");
    auto const choice = sheet_choice(request.query);
    session.arrange({});
    auto const& ranking = session.ranking();
    auto const cards = choose(ranking.matches, ranking.candidates, session.goals(), choice.targets).targets.size();
    return page(whole_page(frame, frame.words("briefing"), briefing_html(frame, {choice, cards, download_name(session)})));
}

WebResponse sheet(Review& review, WebRequest const& request)
{
    auto response = page(written_sheet(review.session, sheet_choice(request.query), SheetFormat::html, Keeping::nothing).bytes);
    response.framing = Framing::ourselves;
    response.headers.emplace_back("Content-Security-Policy", sheet_rules);
    return response;
}

WebResponse sheet_file(Review& review, WebRequest const& request)
{
    auto const& asked = request.parameters.front();
    auto const dot = asked.find('.');
    auto const format = sheet_format_of(asked);
    if (!format || dot == asked.npos) {
        return plain(404, "There is nothing at this address.");
    }
    auto response = WebResponse{};
    response.body = written_sheet(review.session, sheet_choice(request.query), *format, Keeping::targets).bytes;
    response.content_type = type_of(*format);
    auto const ending = *format == SheetFormat::pocket_card ? std::string_view{".pocket.pdf"} : std::string_view{asked}.substr(asked.rfind('.'));
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}{}\"", download_name(review.session), ending));
    response.headers.emplace_back("Content-Security-Policy", sheet_rules);
    return response;
}

} // namespace

void add_briefing_routes(Review& review)
{
    review.router.get("/briefing", with_session(review, [&review](WebRequest const& request) { return briefing_page(review, request); }));
    review.router.get("/briefing/sheet", with_session(review, [&review](WebRequest const& request) { return sheet(review, request); }));
    review.router.get("/briefing/file/{}", with_session(review, [&review](WebRequest const& request) { return sheet_file(review, request); }));
}

} // namespace knowwho::review
