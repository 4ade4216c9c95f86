// SPDX-License-Identifier: MIT
// What is to be done after the talks, and the clicks that say what became of it: as `knowwho followups`.
#include "app/draft_step.hpp"
#include "app/review_routes.hpp"
#include "app/review_talks.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"

#include <chrono>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace knowwho::review {
namespace {

constexpr std::size_t longest_todo = 300; // bytes

/// "seit 2 Tagen überfällig": in hours on the first two days, then in days.
std::string time_left_in(PageWords const& words, Instant due, Instant now)
{
    auto const left = std::chrono::abs(due - now);
    auto const hours = static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(left).count());
    if (hours == 0) {
        return std::string{words("due_now")};
    }
    auto const side = std::string{due < now ? "overdue" : "due"};
    return hours < 48 ? words.count(side + "_hours", hours) : words.count(side + "_days", hours / 24);
}

std::string todo_in(PageWords const& words, AgendaItem const& item)
{
    constexpr std::string_view keys[] = {"todo_thank_introducer", "todo_promise", "todo_thanks", "todo_next_step", "todo_their_promise", "todo_tell_introducer"};
    auto const what = item.follow_up.kind == FollowUpKind::next_step ? item.encounter.next_step : item.promise ? item.promise->what : std::string{};
    return clean_line(words.fill(keys[static_cast<int>(item.follow_up.kind)], {{"met", said_name(item.met.name)}, {"what", what}}), longest_todo);
}

std::string when_of(PageWords const& words, FollowUp const& one, Instant now)
{
    return one.state == FollowUpState::open ? time_left_in(words, one.due, now)
        : one.state == FollowUpState::done  ? std::string{words("state_done")}
                                            : std::string{words("state_dropped")};
}

Channel channel_in(WebRequest const& request)
{
    return parse_channel(request.query["channel"]).value_or(Channel::mail);
}

WebResponse follow_ups_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/followups");
    auto view = FollowUpsView{};
    auto const channel = channel_in(request);
    view.channel = to_text(channel);
    view.with_closed = request.query.has("all");
    for (auto const& item : agenda(session.notebook(), view.with_closed ? Which::all : Which::open, session.now())) {
        view.rows.push_back(follow_up_row(session, item, frame.words, channel));
    }
    for (auto const& [event, met, open] : event_states(session.notebook())) {
        view.events.push_back({clean_line(event.name, 120), static_cast<std::size_t>(met), static_cast<std::size_t>(open)});
    }
    return page(whole_page(frame, frame.words("followups"), follow_ups_html(frame, view)));
}

/// "done", "open", "dropped" with its reason, "later" with its day.
std::string wanted_state(Form const& form)
{
    auto const what = form["do"];
    auto const more = what == "dropped" ? form["reason"] : what == "later" ? form["until"] : std::string_view{};
    return more.empty() ? std::string{what} : fmt::format("{}\n{}", what, more);
}

WebResponse follow_up_answered(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const revision = request.form.number("revision");
    auto const person = PersonId{request.form.number("person").value_or(0)};
    if (!revision || !person) {
        throw Error{ExitCode::usage, "the form does not say what it saw of the person", "load the page again"};
    }
    session.decide({session.event().id, person, decision::follow_up, number_in(request), wanted_state(request.form)}, revision);
    review.decided(person, session.remark_on(person).revision);
    return see_other(way_back(request));
}

} // namespace

FollowUpRow follow_up_row(Session& session, AgendaItem const& item, PageWords const& words, std::optional<Channel> channel)
{
    auto const& one = item.follow_up;
    auto row = FollowUpRow{};
    row.id = one.id.value;
    row.person = one.person.value;
    row.revision = remark(session.notebook(), one.person).revision;
    row.name = clean_line(full_name(item.whom.name), 80);
    row.organisation = clean_line(item.whom.organisation, 80);
    row.what = todo_in(words, item);
    row.when = when_of(words, one, session.now());
    row.due = to_iso(day_of(one.due));
    row.reason = clean_line(one.reason, longest_todo);
    row.event = clean_line(item.event, 80);
    row.is_open = one.state == FollowUpState::open;
    row.is_overdue = row.is_open && one.due < session.now();
    auto draft = row.is_open && channel ? draft_for(item, *channel, voice_of(session.notebook(), item.encounter.event)) : std::nullopt;
    if (draft) {
        row.draft = {std::move(draft->subject), std::move(draft->text), std::move(draft->remarks)};
    }
    return row;
}

void add_followup_routes(Review& review)
{
    review.router.get("/followups", with_session(review, [&review](WebRequest const& request) { return follow_ups_page(review, request); }));
    review.router.post("/followups/{}", with_session(review, [&review](WebRequest const& request) { return follow_up_answered(review, request); }));
}

} // namespace knowwho::review
