// SPDX-License-Identifier: MIT
// The routes of what is decided with one click: marks, notes, tags, answers, weights, undo.
#include "app/review_list.hpp"
#include "app/review_routes.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/decided_goals.hpp"
#include "store/contacts.hpp"
#include "store/judgements.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace knowwho::review {
namespace {

/// What the script puts in place after a click.
nlohmann::json state_of(Session& session, WebRequest const& request, PersonId person)
{
    session.arrange({});
    auto const frame = session.frame(request, "");
    auto state = nlohmann::json{{"person", person.value}, {"undo", frame.undo}, {"shortlist", shortlist_html(frame, shortlist_view(session))}};
    if (auto const match = session.match_of(person)) {
        auto const row = person_row(session, *match, 0);
        state["row"] = rows_html(frame, {row}, goal_names(session.goals()), session.ranking().matches.size(), way_back(request));
        state["revision"] = row.revision;
        state["mark"] = to_text(row.mark);
    }
    return state;
}

WebResponse answer_with(nlohmann::json state, std::string const& said, int status = 200)
{
    state["said"] = said;
    return json(json_line(state), status);
}

/// Does it; the script is told what is there now, also if it is not what the page showed.
WebResponse decided(Review& review, WebRequest const& request, Decision const& decision, std::string const& said)
{
    auto& session = review.session;
    auto const revision = request.form.number("revision");
    if (!revision && decision.person) {
        throw Error{ExitCode::usage, "the form does not say what it saw of the person", "load the page again"};
    }
    try {
        session.decide(decision, decision.person ? revision : std::nullopt);
    } catch (StaleRevision const&) {
        if (!request.is_from_script()) {
            throw;
        }
        auto const& words = session.words(request);
        return answer_with(state_of(session, request, decision.person), fmt::format("{} {}", words("stale_sentence"), words("stale_hint")), 409);
    }
    review.decided(decision.person, session.remark_on(decision.person).revision);
    if (request.is_from_script()) {
        return answer_with(state_of(session, request, decision.person), said);
    }
    return see_other(way_back(request));
}

std::string name_of_person(Session& session, PersonId person)
{
    auto const who = find_acquaintance(session.notebook(), person);
    return who ? clean_line(full_name(who->name), 80) : std::string{};
}

/// The button of a mark that is set takes it away.
WebResponse set_mark(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const person = person_in(request);
    auto const wanted = mark_of(request.form["mark"]);
    auto const now = judgement(session.notebook(), session.event().id, person).mark;
    auto const mark = wanted == now ? Mark::none : wanted;
    auto const key = mark == Mark::pinned ? "said_pinned" : mark == Mark::vetoed ? "said_vetoed" : "said_unmarked";
    return decided(review, request, {session.event().id, person, decision::mark, 0, std::string{to_text(mark)}},
        session.words(request).fill(key, {{"name", name_of_person(session, person)}}));
}

/// A handler for a form with one `value`.
Handler saving(Review& review, std::string_view what)
{
    return with_session(review, [&review, what](WebRequest const& request) {
        auto value = std::string{request.form["value"]};
        if (what == decision::because) {
            value = fmt::format("{}\n{}", request.form["title"], request.form["because"]);
        } else if (what == decision::tags) {
            std::ranges::replace(value, ',', '\n');
        }
        if (what == decision::merge && value.empty()) {
            value = review.session.words(request)("merge_reason");
        }
        auto const subject = request.form.number("subject").value_or(0);
        return decided(review, request, {review.session.event().id, person_in(request), what, subject, value},
            std::string{review.session.words(request)("said_saved")});
    });
}

WebResponse set_weights(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto wanted = session.written();
    auto const weights = weights_of_sliders(request.form.all("w"), wanted);
    bool const reset = request.form.has("reset");
    if (!reset && weights.empty()) {
        throw Error{ExitCode::usage, "the weights are not those of these goals", "load the page again"};
    }
    if (!reset) {
        Session::put_weights(wanted, weights);
    }
    auto const kept = weights_as_text(reset ? ChosenWeights{} : weights_to_keep(session.written(), wanted));
    return decided(review, request, {session.event().id, {}, decision::weights, 0, kept}, std::string{session.words(request)("said_weights")});
}

WebResponse undo(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const& words = session.words(request);
    auto const newest = newest_change(session.notebook(), session.event().id);
    auto const what = newest ? session.words_for(*newest, words) : std::string{};
    auto const undone = session.undo();
    if (undone) {
        review.decided(undone->person, session.remark_on(undone->person).revision);
    }
    auto const said = undone ? words.fill("said_undone", {{"what", what}}) : std::string{words("said_nothing")};
    if (request.is_from_script()) {
        auto state = state_of(session, request, undone ? undone->person : PersonId{});
        state["undone"] = undone ? undone->what : "";
        return answer_with(std::move(state), said);
    }
    return see_other(way_back(request));
}

} // namespace

void add_decision_routes(Review& review)
{
    auto& router = review.router;
    router.post("/person/{}/mark", with_session(review, [&review](WebRequest const& request) { return set_mark(review, request); }));
    router.post("/person/{}/note", saving(review, decision::note));
    router.post("/person/{}/tags", saving(review, decision::tags));
    router.post("/person/{}/do-not-mention", saving(review, decision::do_not_mention));
    router.post("/person/{}/because", saving(review, decision::because));
    router.post("/person/{}/openers", saving(review, decision::openers));
    router.post("/person/{}/answer", saving(review, decision::answer));
    router.post("/person/{}/merge", saving(review, decision::merge));
    router.post("/person/{}/split", saving(review, decision::split));
    router.post("/person/{}/different", saving(review, decision::different));
    router.post("/weights", with_session(review, [&review](WebRequest const& request) { return set_weights(review, request); }));
    router.post("/undo", with_session(review, [&review](WebRequest const& request) { return undo(review, request); }));
    router.post("/quit", with_errors(review, [&review](WebRequest const& request) {
        auto const& words = review.session.words(request);
        auto frame = review.session.frame(request, "");
        auto response = page(message_page(frame, words("quit_title"), words("quit_sentence"), "", false));
        response.is_last = true;
        return response;
    }));
}

} // namespace knowwho::review
