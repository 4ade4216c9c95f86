// SPDX-License-Identifier: MIT
#include "app/review_list.hpp"

#include "app/review_routes.hpp"
#include "model/value_parts.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "score/value.hpp"
#include "text/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace knowwho::review {
namespace {

std::string why_of(Match const& match)
{
    auto const reason = match.reasons.empty() ? std::string{} : match.reasons.front().sentence;
    return !match.excluded.empty() ? match.excluded : match.said.empty() ? reason : match.said + (reason.empty() ? "" : "; " + reason);
}

std::string_view status_of(Attendance const& attendance)
{
    return attendance.gone ? "status_gone"
        : attendance.row.status == AttendanceStatus::cancelled ? "status_cancelled"
        : attendance.row.status == AttendanceStatus::pending   ? "status_pending"
        : attendance.row.status == AttendanceStatus::waiting   ? "status_waiting"
                                                               : "";
}

/// What each goal gives to the score, then what stands beside them.
std::vector<double> shares_of(Match const& match, std::vector<double> const& weights)
{
    double sum = 0;
    for (std::size_t goal = 0; goal < match.goals.size(); ++goal) {
        sum += weights[goal];
    }
    auto shares = std::vector<double>{};
    double of_goals = 0;
    for (std::size_t goal = 0; goal < match.goals.size(); ++goal) {
        shares.push_back(match.goals[goal].score * weights[goal] / sum);
        of_goals += shares.back();
    }
    shares.push_back(std::max(match.score - of_goals, 0.0));
    return shares;
}

std::string why_unplanned(Shortlist const& shortlist, std::size_t index)
{
    return shortlist.unplanned && shortlist.unplanned->match == index ? clean_line(shortlist.unplanned->why.sentence, 200) : std::string{};
}

ShortlistView::Seated seated(Session const& session, std::size_t index)
{
    auto const& match = session.ranking().matches[index];
    auto const& row = session.ranking().candidates[match.candidate].attendance.row;
    return {match.person.value, clean_line(full_name(row.name), 80), clean_line(row.organisation, 80), match.mark == Mark::pinned, why_unplanned(session.ranking().shortlist, index)};
}

/// The sliders that a script sent: "3,1.5,10,15,5".
std::vector<double> weights_in(WebRequest const& request, Goals const& goals)
{
    auto sliders = std::vector<std::string>{};
    for (auto rest = request.query["w"]; !rest.empty();) {
        auto const end = std::min(rest.find(','), rest.size());
        sliders.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return weights_of_sliders(sliders, goals);
}

std::vector<WeightRow> weight_rows(Session const& session, PageWords const& words)
{
    auto const written = Session::weights_of(session.written());
    auto const chosen = Session::weights_of(session.goals());
    auto names = goal_names(session.goals());
    auto const goals = names.size();
    for (auto const& part : value_parts) {
        names.emplace_back(words(fmt::format("weight_{}", part.key)));
    }
    auto rows = std::vector<WeightRow>{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        rows.push_back({names[i], i < goals, written[i], chosen[i]});
    }
    return rows;
}

std::vector<PersonRow> page_of_rows(Session const& session, std::vector<std::size_t> const& all, std::size_t offset, std::size_t most)
{
    auto rows = std::vector<PersonRow>{};
    for (auto at = std::min(offset, all.size()); at < std::min(offset + most, all.size()); ++at) {
        rows.push_back(person_row(session, all[at], at + 1));
    }
    return rows;
}

WebResponse list_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    session.arrange({});
    auto view = ListView{};
    view.choice = list_choice(request.query);
    auto const all = chosen_rows(session, view.choice);
    view.goals = goal_names(session.goals());
    view.rows = page_of_rows(session, all, view.choice.offset, rows_of_a_page);
    view.total = all.size();
    view.everybody = session.ranking().matches.size();
    view.shortlist = shortlist_view(session);
    view.tags = session.tags();
    auto const frame = session.frame(request, "/");
    view.weights = weight_rows(session, frame.words);
    return page(whole_page(frame, frame.words("people"), list_html(frame, view)));
}

/// How many of all changed their place against the weights that are kept.
std::size_t count_moved(Session const& session)
{
    auto const& matches = session.ranking().matches;
    std::size_t moved = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        moved += session.kept_place(matches[i].candidate) != i + 1;
    }
    return moved;
}

WebResponse rows_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const weights = weights_in(request, session.goals());
    session.arrange(weights);
    auto const choice = list_choice(request.query);
    auto const all = chosen_rows(session, choice);
    auto const limit = std::clamp<std::int64_t>(request.query.number("limit").value_or(rows_of_an_answer), 1, rows_of_an_answer);
    auto const frame = session.frame(request, "/");
    auto const rows = page_of_rows(session, all, choice.offset, static_cast<std::size_t>(limit));
    auto answer = nlohmann::json{{"anew", session.is_ranking_anew()}, {"total", all.size()}, {"offset", choice.offset}, {"rows", rows.size()},
        {"count", count_words(frame.words, all.size(), session.ranking().matches.size())},
        {"html", rows_html(frame, rows, goal_names(session.goals()), all.size(), "/" + query_of(choice))}};
    if (request.query.has("w")) {
        answer["shortlist"] = shortlist_html(frame, shortlist_view(session));
        answer["said"] = frame.words.fill("said_moved", {{"count", std::to_string(count_moved(session))}});
    }
    return json(json_line(answer));
}

} // namespace

std::vector<double> weights_of_sliders(std::vector<std::string> const& sliders, Goals const& goals)
{
    auto weights = std::vector<double>{};
    for (auto const& text : sliders) {
        auto const one = Form{{{"w", text}}, {}}.real("w");
        weights.push_back(one.value_or(-1) * (weights.size() < goals.goals.size() ? 1 : 0.01));
    }
    bool const good = weights.size() == goals.goals.size() + value_parts.size() && std::ranges::all_of(weights, [](double one) { return one >= 0; });
    return good ? weights : std::vector<double>{};
}

std::vector<std::string> goal_names(Goals const& goals)
{
    auto names = std::vector<std::string>{};
    std::ranges::transform(goals.goals, std::back_inserter(names), &Goal::name);
    return names;
}

PersonRow person_row(Session const& session, std::size_t index, std::size_t at)
{
    auto const& match = session.ranking().matches[index];
    auto const& candidate = session.ranking().candidates[match.candidate];
    auto const remark = session.remark_on(match.person);
    auto const& attendance = candidate.attendance;
    auto row = PersonRow{};
    row.id = match.person.value;
    row.revision = remark.revision;
    row.at = at;
    row.place = index + 1;
    row.moved = static_cast<std::ptrdiff_t>(session.kept_place(match.candidate)) - static_cast<std::ptrdiff_t>(row.place);
    row.name = clean_line(full_name(attendance.row.name), 80);
    row.role = clean_line(attendance.row.role, 80);
    row.organisation = clean_line(attendance.row.organisation, 80);
    row.why = clean_line(why_of(match), 160);
    row.score = match.score;
    row.low = match.low;
    row.high = match.high;
    row.shares = shares_of(match, session.arranged());
    for (auto const& goal : match.goals) {
        row.serves.push_back(goal.score >= serves_from);
    }
    row.snippets = candidate.evidence.size();
    row.questions = session.questions_about(match.person);
    row.speaks = !attendance.row.talks.empty();
    row.status = status_of(attendance);
    row.mark = match.mark;
    row.is_out = !match.excluded.empty();
    row.has_note = !remark.note.empty();
    row.tags = remark.tags;
    row.seat = seat_of(session, index);
    return row;
}

ShortlistView shortlist_view(Session const& session)
{
    auto const& shortlist = session.ranking().shortlist;
    auto view = ShortlistView{};
    for (auto const target : shortlist.targets) {
        view.targets.push_back(seated(session, target));
    }
    for (auto const reserve : shortlist.reserves) {
        view.reserves.push_back(seated(session, reserve));
    }
    for (std::size_t goal = 0; goal < shortlist.coverage.size(); ++goal) {
        view.coverage.emplace_back(session.goals().goals[goal].name, shortlist.coverage[goal]);
    }
    view.three_come = shortlist.three_come;
    view.no_show = session.goals().event.no_show;
    view.no_show_of_speakers = session.goals().event.no_show_of_speakers();
    return view;
}

void add_list_routes(Review& review)
{
    review.router.get("/", with_session(review, [&review](WebRequest const& request) { return list_page(review, request); }));
    review.router.get("/rows", with_session(review, [&review](WebRequest const& request) { return rows_page(review, request); }));
}

} // namespace knowwho::review
