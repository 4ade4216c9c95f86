// SPDX-License-Identifier: MIT
// Everybody on the list as points of the map.
#include "app/review_list.hpp"
#include "app/review_routes.hpp"
#include "report/clean_text.hpp"
#include "review/map_view.hpp"

#include <algorithm>

namespace knowwho::review {
namespace {

/// Who speaks can be found at a known time and place; who has not confirmed may not come.
Reach reach_of(Attendance const& attendance)
{
    if (attendance.gone || attendance.row.status == AttendanceStatus::cancelled) {
        return Reach::absent;
    }
    if (!attendance.row.talks.empty()) {
        return Reach::speaks;
    }
    return attendance.row.status == AttendanceStatus::coming ? Reach::there : Reach::unsure;
}

/// The goal that the person serves most, if the list shows them as serving any.
std::optional<std::size_t> goal_of(Match const& match, PersonRow const& row)
{
    auto const best = std::ranges::max_element(match.goals, {}, &GoalMatch::score);
    auto const at = static_cast<std::size_t>(best - match.goals.begin());
    return best != match.goals.end() && at < row.serves.size() && row.serves[at] ? std::optional{at} : std::nullopt;
}

MapPoint point_of(Session const& session, std::size_t at)
{
    auto const& match = session.ranking().matches[at];
    auto const row = person_row(session, at, at + 1);
    auto const what = row.role.empty() || row.organisation.empty() ? row.role + row.organisation : row.role + ", " + row.organisation;
    return {row.id, row.name, clean_line(what, 160), match.score, reach_of(session.ranking().candidates[match.candidate].attendance), goal_of(match, row),
        row.seat, row.is_out};
}

MapView map_view(Session& session, bool as_table)
{
    session.arrange({});
    auto view = MapView{goal_names(session.goals()), {}, session.ranking().matches.size(), as_table};
    for (std::size_t i = 0; i < std::min(most_points, view.everybody); ++i) {
        view.points.push_back(point_of(session, i));
    }
    return view;
}

WebResponse map_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/map");
    auto const view = map_view(session, request.query.has("table"));
    return page(whole_page(frame, frame.words("map"), map_html(frame, view)));
}

} // namespace

void add_map_routes(Review& review)
{
    review.router.get("/map/points", with_session(review, [&review](WebRequest const& request) {
        return json(map_points(review.session.words(request), map_view(review.session, false)));
    }));
    review.router.get("/map", with_session(review, [&review](WebRequest const& request) { return map_page(review, request); }));
}

} // namespace knowwho::review
