// SPDX-License-Identifier: MIT
// What was decided, as values for its view.
#include "app/review_routes.hpp"
#include "report/clean_text.hpp"
#include "review/changes_view.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace knowwho::review {
namespace {

constexpr std::size_t most_shown = 200;

/// Values that say something to a reader; marks are in the sentence, and links are numbers.
bool shows_values(StoredChange const& change)
{
    return change.what == decision::note || change.what == decision::tags || change.what == decision::do_not_mention
        || change.what == decision::because || change.what == decision::openers || change.what == decision::weights;
}

ChangeRow change_row(Session const& session, StoredChange const& change, PageWords const& words)
{
    auto row = ChangeRow{};
    row.when = fmt::format("{} {:%H:%M} UTC", to_iso(day_of(change.made_at)), change.made_at);
    row.what = clean_line(session.words_for(change, words), 200);
    row.person = change.person.value;
    if (shows_values(change)) {
        row.before = clean_line(change.before, 300);
        row.after = clean_line(change.after, 300);
    }
    return row;
}

WebResponse changes_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/changes");
    auto rows = std::vector<ChangeRow>{};
    for (auto const& change : changes(session.notebook(), session.event().id, most_shown)) {
        rows.push_back(change_row(session, change, frame.words));
    }
    return page(whole_page(frame, frame.words("changes"), changes_html(frame, rows)));
}

} // namespace

void add_change_routes(Review& review)
{
    review.router.get("/changes", with_session(review, [&review](WebRequest const& request) { return changes_page(review, request); }));
}

} // namespace knowwho::review
