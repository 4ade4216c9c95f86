// SPDX-License-Identifier: MIT
#include "app/review_start.hpp"

#include "app/pages_step.hpp"
#include "app/review_goals.hpp"
#include "report/clean_text.hpp"
#include "store/candidates.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace knowwho::review {
namespace {

constexpr auto list_path = "/start/list";
constexpr auto pages_path = "/start/pages";

/// Brings the session up to date; goals that cannot be read are told by the page itself.
bool refreshed(Session& session)
{
    try {
        return session.refresh();
    } catch (Error const&) {
        return false;
    }
}

std::string pages_told(PageWords const& words, EnrichResult const& result, std::vector<Problem> const& problems)
{
    auto const count = [](int number) { return static_cast<std::size_t>(std::max(number, 0)); };
    auto text = words.fill("pages_result", {{"pages", words.count("pages_read", count(result.pages_read + result.pages_unchanged))},
        {"quotable", words.count("snippets", count(result.quotable))}, {"questions", words.count("questions", count(result.questions))}});
    for (auto const& problem : problems) {
        auto const reason = words.said(problem.reason);
        text += ' ' + clean_line(problem.file.empty() ? reason : problem.file + ": " + reason, 200) + '.';
    }
    return text;
}

/// The job has a notebook of its own; the pages are removed when it has read them.
WebResponse pages_sent(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    refreshed(session);
    if (!session.event().id || request.form.files.empty()) {
        review.starting->error = session.words(request)("start_no_file");
        return see_other("/start");
    }
    auto const folder = review.starting->incoming.keep(request.form.files);
    auto const goals = session.is_ready() ? std::optional{session.goals()} : std::nullopt;
    bool const started = review.jobs.start("pages", [starting = review.starting, folder, goals, event = session.event().id, now = session.now(),
                                                        file = session.context().notebook, &words = session.words(request)](Watch const& watch) {
        auto const at_end = std::shared_ptr<void>{nullptr, [&](void*) { Incoming::remove(folder); }};
        auto notebook = Notebook::open(file);
        try {
            auto const result = enrich_from_pages(notebook, event, folder, goals ? &*goals : nullptr, now, watch);
            return pages_told(words, result, result.problems);
        } catch (Interrupted const&) {
            return std::string{words("pages_stopped")};
        }
    });
    if (!started) {
        Incoming::remove(folder);
        review.starting->error = session.words(request)("job_busy");
    }
    return see_other("/start");
}

WebResponse job_stopped(Review& review, WebRequest const& request)
{
    review.jobs.stop();
    return see_other(way_back(request));
}

} // namespace

WebResponse start_page(Review& review, WebRequest const& request, GoalsPart goals, int status)
{
    auto& session = review.session;
    auto& starting = *review.starting;
    settle_import(starting);
    auto view = StartView{};
    view.is_ready = refreshed(session);
    view.event = session.event().id ? session.event().name : std::string{};
    if (view.is_ready) {
        view.people = session.ranking().candidates.size();
    } else if (session.event().id) {
        view.people = load_candidates(session.notebook(), session.event().id).size();
    }
    if (starting.staged && *starting.staged->importing == Importing::no) {
        auto const& options = starting.staged->options;
        view.staged = StagedView{starting.staged->reading, starting.staged->event, {options.encoding, options.delimiter, options.sheet}};
    }
    view.staged_error = std::exchange(starting.error, {});
    view.goals = std::move(goals);
    view.job = review.jobs.shown("import pages");
    auto const frame = session.frame(request, "/start");
    return page(whole_page(frame, frame.words("start"), start_html(frame, view)), status);
}

std::vector<std::string> upload_paths()
{
    return {list_path, pages_path};
}

void add_start_routes(Review& review)
{
    Incoming::remove_abandoned();
    review.starting = std::make_shared<Starting>();
    auto& router = review.router;
    router.get("/start", with_errors(review, [&review](WebRequest const& request) {
        refreshed(review.session);
        return start_page(review, request, goals_part(review.session, review.session.words(request), request.query.has("saved")));
    }));
    router.post(list_path, with_errors(review, [&review](WebRequest const& request) { return list_sent(review, request); }));
    router.post("/start/import", with_errors(review, [&review](WebRequest const& request) { return list_answered(review, request); }));
    router.post(pages_path, with_errors(review, [&review](WebRequest const& request) { return pages_sent(review, request); }));
    router.post("/job/stop", with_errors(review, [&review](WebRequest const& request) { return job_stopped(review, request); }));
}

} // namespace knowwho::review
