// SPDX-License-Identifier: MIT
// knowwho review: the ranked list in the browser, on loopback.
#include "app/command.hpp"
#include "app/review_opening.hpp"
#include "app/review_routes.hpp"
#include "review/server.hpp"
#include "text/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace knowwho {
namespace {

struct ReviewOptions {
    std::string goals;
    std::string event;
    int port = 0;
    bool no_browser = false;
};

void declare(Options& options, ReviewOptions& values)
{
    options.text("-g,--goals", "FILE", values.goals, "the goals to rank by (now those used last for the event)");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.number("--port", values.port, 0, 65535, "the port to listen on; 0 takes any that is free");
    options.flag("--no-browser", values.no_browser, "print the address, but open no browser");
}

std::string job_as_json(review::JobState const& state)
{
    auto const all = nlohmann::json{{"name", state.name}, {"running", state.is_running}, {"step", state.step}, {"done", state.done},
        {"total", state.total}, {"result", state.result}, {"failed", state.failed}};
    return json_line(all);
}

ExitCode run(Context& context, ReviewOptions const& options)
{
    auto settings = review::ServerOptions{};
    settings.port = options.port;
    settings.upload_paths = review::upload_paths();
    auto server = review::Server{std::move(settings)};
    auto session = review::Session{context, options.goals, options.event, server.guard().form_token(), [&server] { server.publish("ranked", "{}"); }};
    session.refresh();
    auto jobs = review::Jobs{[&server](review::JobState const& state) { server.publish("job", job_as_json(state)); }};
    auto router = review::Router{};
    auto bound = review::Review{session, jobs, router, [&server](PersonId person, std::int64_t revision) {
        server.publish("changed", fmt::format("{{\"person\":{},\"revision\":{}}}", person.value, revision));
    }};
    review::add_list_routes(bound);
    review::add_decision_routes(bound);
    review::add_person_routes(bound);
    review::add_change_routes(bound);
    review::add_start_routes(bound);
    review::add_goals_routes(bound);
    review::add_enrich_routes(bound);
    review::add_map_routes(bound);
    review::add_briefing_routes(bound);
    review::add_met_routes(bound);
    review::add_followup_routes(bound);
    review::add_privacy_routes(bound);
    auto const address = server.guard().first_address();
    context.out << address << std::endl;
    auto const opening = options.no_browser ? std::nullopt : std::optional{review::BrowserOpening{address}};
    if (!context.quiet) {
        context.err << (opening ? "The review opens in the browser, or at the address above; Ctrl-C ends it.\n" : "Open the address above in a browser; Ctrl-C ends the review.\n");
    }
    server.run(router, context.watch.stop);
    return ExitCode::done;
}

} // namespace

Command review_command()
{
    return make_command<ReviewOptions>("review", "the ranked list in the browser, to look through and decide", "knowwho review", declare, run);
}

} // namespace knowwho
