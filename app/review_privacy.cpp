// SPDX-License-Identifier: MIT
// Who is kept until when, who is to be told, and forgetting: as `knowwho privacy`.
#include "app/forget_step.hpp"
#include "app/review_routes.hpp"
#include "follow_up/find.hpp"
#include "follow_up/notices.hpp"
#include "follow_up/person_file.hpp"
#include "follow_up/purge.hpp"
#include "report/clean_text.hpp"
#include "report/date_forms.hpp"
#include "report/name_forms.hpp"
#include "review/privacy_view.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string>
#include <utility>

namespace knowwho::review {
namespace {

constexpr std::size_t rows_shown = 30;
constexpr std::size_t found_shown = 20;

RetainedRow retained_row(Session& session, Acquaintance const& person)
{
    return {person.person.value, remark(session.notebook(), person.person).revision, clean_line(full_name(person.name), 80), clean_line(person.organisation, 80), {}, false, {}};
}

std::string day_in(Instant when, PageWords const& words)
{
    return long_date(day_of(when), words.language());
}

void add_going(Session& session, PageWords const& words, PrivacyView& view)
{
    auto const dates = purge_dates(session.notebook());
    view.all_going = dates.size();
    view.due = static_cast<std::size_t>(std::ranges::count_if(dates, [&](PurgeDate const& one) { return one.due <= session.now(); }));
    for (auto const& [person, due] : std::span{dates}.first(std::min(dates.size(), rows_shown))) {
        auto row = retained_row(session, find_acquaintance(session.notebook(), person).value_or(Acquaintance{person, {}, {}, {}, {}, {}, {}, {}, false}));
        row.day = day_in(due, words);
        row.is_due = due <= session.now();
        view.going.push_back(std::move(row));
    }
}

void add_kept(Session& session, PrivacyView& view)
{
    for (auto const& contact : contacts(session.notebook())) {
        auto const person = contact.kept ? find_acquaintance(session.notebook(), contact.person) : std::nullopt;
        if (person && view.kept.size() < rows_shown) {
            view.kept.push_back(retained_row(session, *person));
        }
    }
}

/// Whoever is to be told yet comes first.
void add_notices(Session& session, PageWords const& words, PrivacyView& view)
{
    auto all = notices(session.notebook());
    std::ranges::stable_sort(all, {}, [](NoticeDue const& one) { return one.sent.has_value(); });
    view.all_notices = all.size();
    for (auto const& one : std::span{all}.first(std::min(all.size(), rows_shown))) {
        auto row = retained_row(session, one.person);
        row.day = day_in(one.due, words);
        row.is_due = one.due <= session.now();
        row.told = one.sent ? day_in(*one.sent, words) : std::string{};
        view.notices.push_back(std::move(row));
    }
}

WebResponse privacy_page(Review& review, WebRequest const& request, std::string error = {}, int status = 200)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/privacy");
    auto view = PrivacyView{};
    auto const [people, contact_count] = head_count(session.notebook());
    view.people = static_cast<std::size_t>(people);
    view.contacts = static_cast<std::size_t>(contact_count);
    view.error = std::move(error);
    if (auto const purged = request.query.number("purged")) {
        view.told = frame.words.fill("privacy_purged", {{"people", frame.words.count("people", static_cast<std::size_t>(std::max<std::int64_t>(*purged, 0)))}});
    }
    add_going(session, frame.words, view);
    add_kept(session, view);
    add_notices(session, frame.words, view);
    view.q = clean_line(request.query["q"].substr(0, 200));
    if (!view.q.empty()) {
        for (auto const& person : people_named(session.notebook(), view.q, found_shown)) {
            view.found.push_back(retained_row(session, person));
        }
    }
    return page(whole_page(frame, frame.words("privacy"), privacy_html(frame, view)), status);
}

WebResponse kept_answered(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const person = person_in(request);
    auto const revision = request.form.number("revision");
    if (!revision) {
        throw Error{ExitCode::usage, "the form does not say what it saw of the person", "load the page again"};
    }
    session.decide({session.event().id, person, decision::kept, 0, std::string{request.form["value"]}}, revision);
    review.decided(person, session.remark_on(person).revision);
    return see_other(way_back(request));
}

/// What rewrites the file needs it alone: no job, no ranking beside the page. Empty if it may begin.
std::string why_not_now(Review& review, WebRequest const& request)
{
    auto const& words = review.session.words(request);
    if (review.jobs.state().is_running) {
        return std::string{words("job_busy")};
    }
    review.session.forget();
    return request.form["sure"] == "1" ? std::string{} : std::string{words("privacy_tick")};
}

WebResponse purge_answered(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    if (auto error = why_not_now(review, request); !error.empty()) {
        session.refresh();
        return privacy_page(review, request, std::move(error), 422);
    }
    auto const gone = purge(session.notebook(), session.now());
    session.forget();
    review.decided({}, 0);
    return see_other(fmt::format("/privacy?purged={}", gone));
}

WebResponse told_answered(Review& review, WebRequest const& request)
{
    auto const person = person_in(request);
    if (find_acquaintance(review.session.notebook(), person)) {
        note_notice_sent(review.session.notebook(), person, review.session.now());
    }
    return see_other("/privacy#privacy-notice");
}

WebResponse forget_page(Review& review, WebRequest const& request, std::string error = {}, int status = 200)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/privacy");
    auto const file = person_file(session.notebook(), person_in(request));
    if (!file) {
        return page(message_page(frame, frame.words("not_found_title"), frame.words.said("this person is not in the notebook any more"), ""), 404);
    }
    auto const row = retained_row(session, file->person);
    auto const view = ForgetView{row.id, row.revision, row.name, row.organisation, file->attendances.size(), file->evidence.size(), file->encounters.size(),
        file->promises.size(), std::move(error)};
    return page(whole_page(frame, frame.words("privacy_forget"), forget_html(frame, view)), status);
}

WebResponse forget_answered(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const person = person_in(request);
    if (request.form.number("revision") != remark(session.notebook(), person).revision) {
        throw StaleRevision{};
    }
    if (auto error = why_not_now(review, request); !error.empty()) {
        session.refresh();
        return forget_page(review, request, std::move(error), 422);
    }
    auto const forgotten = forget_for_good(session.notebook(), person, session.now());
    session.forget();
    review.decided({}, 0);
    session.refresh();
    auto const frame = session.frame(request, "/privacy");
    auto view = ForgottenView{forgotten.has_namesake, forgotten.is_held, {}};
    for (auto const& one : forgotten.files) {
        view.files.push_back(clean_line(one, 200));
    }
    return page(whole_page(frame, frame.words("privacy"), forgotten_html(frame, view)));
}

} // namespace

void add_privacy_routes(Review& review)
{
    auto& router = review.router;
    router.get("/privacy", with_session(review, [&review](WebRequest const& request) { return privacy_page(review, request); }));
    router.post("/privacy/keep/{}", with_session(review, [&review](WebRequest const& request) { return kept_answered(review, request); }));
    router.post("/privacy/purge", with_session(review, [&review](WebRequest const& request) { return purge_answered(review, request); }));
    router.post("/privacy/told/{}", with_session(review, [&review](WebRequest const& request) { return told_answered(review, request); }));
    router.get("/privacy/forget/{}", with_session(review, [&review](WebRequest const& request) { return forget_page(review, request); }));
    router.post("/privacy/forget/{}", with_session(review, [&review](WebRequest const& request) { return forget_answered(review, request); }));
}

} // namespace knowwho::review
