// SPDX-License-Identifier: MIT
// The plan of asking public sources, and the asking itself beside the page.
#include "app/network_step.hpp"
#include "app/review_routes.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/enrich_view.hpp"
#include "store/fetch_state.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>
#include <utility>

namespace knowwho::review {
namespace {

/// The budget of a query or of the start's form; what is missing or no number is as for the command.
NetworkWishes wishes_of(Form const& form)
{
    auto wishes = NetworkWishes{};
    auto const take = [&](std::string_view name, int& value, int most) {
        value = static_cast<int>(std::clamp<std::int64_t>(form.number(name).value_or(value), 1, most));
    };
    take("people", wishes.people, 100'000);
    take("requests", wishes.requests, 1'000'000);
    take("minutes", wishes.minutes, 10'000);
    return wishes;
}

/// "api.openalex.org" of an address with {parameters}; "{base}" for a server that the user runs.
std::string host_in(std::string_view url)
{
    auto const scheme = url.find("://");
    auto rest = scheme == url.npos ? url : url.substr(scheme + 3);
    return std::string{rest.substr(0, rest.find_first_of("/?#"))};
}

std::vector<std::string> hosts_of(SourceRecipe const& recipe)
{
    auto hosts = std::vector<std::string>{};
    for (auto const& step : recipe.steps) {
        if (auto host = host_in(step.url); std::ranges::find(hosts, host) == hosts.end()) {
            hosts.push_back(std::move(host));
        }
    }
    return hosts;
}

SourceRecipe const* recipe_of(std::vector<SourceRecipe> const& recipes, std::string const& name)
{
    auto const found = std::ranges::find(recipes, name, &SourceRecipe::name);
    return found == recipes.end() ? nullptr : &*found;
}

std::string title_of_source(NetworkPlan const& planned, std::string const& name, PageWords const& words)
{
    auto const* const recipe = recipe_of(planned.recipes, name);
    return recipe != nullptr ? recipe->title : std::string{words("enrich_own_site")};
}

std::vector<PlannedSource> sources_of(NetworkPlan const& planned, PageWords const& words)
{
    auto sources = std::map<std::string, PlannedSource>{};
    for (auto const& ask : planned.plan.asks) {
        auto& source = sources[ask.source];
        auto const* const recipe = recipe_of(planned.recipes, ask.source);
        source.title = title_of_source(planned, ask.source, words);
        source.hosts = recipe != nullptr ? hosts_of(*recipe) : std::vector{std::string{words("enrich_own_hosts")}};
        source.people += 1;
        source.requests += ask.requests;
    }
    auto list = std::vector<PlannedSource>{};
    for (auto& [name, source] : sources) {
        list.push_back(std::move(source));
    }
    std::ranges::stable_sort(list, std::greater{}, &PlannedSource::requests);
    return list;
}

std::vector<PlannedPerson> chosen_of(NetworkPlan const& planned, PageWords const& words)
{
    auto places = std::map<std::size_t, std::size_t>{};
    auto people = std::vector<PlannedPerson>{};
    for (auto const at : planned.plan.people) {
        auto const& attendance = planned.roster[at];
        places.emplace(at, people.size());
        people.push_back({attendance.person.value, full_name(attendance.row.name), attendance.row.organisation, {}, {}});
    }
    for (auto const& ask : planned.plan.asks) {
        if (auto const place = places.find(ask.attendance); place != places.end()) {
            people[place->second].asked.push_back(fmt::format("{} ({})", title_of_source(planned, ask.source, words), ask.requests));
        }
    }
    for (auto const& ask : planned.plan.passed) {
        if (auto const place = places.find(ask.attendance); place != places.end()) {
            people[place->second].passed.emplace_back(title_of_source(planned, ask.source, words), words.said(ask.reason));
        }
    }
    return people;
}

std::vector<PastAsk> past_of(Session& session, NetworkPlan const& planned, PageWords const& words)
{
    auto past = std::map<std::string, PastAsk>{};
    for (auto const& state : source_states(session.notebook(), session.event().id)) {
        auto& row = past[state.source];
        row.source = title_of_source(planned, state.source, words);
        auto& count = state.state == AskState::found ? row.found
            : state.state == AskState::nothing       ? row.nothing
            : state.state == AskState::refused       ? row.refused
            : state.state == AskState::failed        ? row.failed
                                                     : row.left;
        count += 1;
    }
    auto rows = std::vector<PastAsk>{};
    for (auto& [name, row] : past) {
        rows.push_back(std::move(row));
    }
    return rows;
}

WebResponse enrich_page(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const frame = session.frame(request, "/enrich");
    auto const wishes = wishes_of(request.query);
    auto problems = std::vector<Problem>{};
    session.arrange({});
    auto const planned = plan_network(session.notebook(), session.event(), &session.ranking(), wishes, session.now(), problems);
    auto view = EnrichView{wishes.people, wishes.requests, wishes.minutes, planned.plan.requests, planned.plan.seconds, sources_of(planned, frame.words),
        chosen_of(planned, frame.words), past_of(session, planned, frame.words), {}, review.jobs.shown("enrich")};
    for (auto const& problem : problems) {
        view.problems.push_back(problem.file + ": " + frame.words.said(problem.reason));
    }
    return page(whole_page(frame, frame.words("enrich"), enrich_html(frame, view)));
}

std::string outcome_told(PageWords const& words, NetworkResult const& result, std::vector<Problem> const& problems)
{
    auto const count = [&](std::string_view key, int number) { return words.count(key, static_cast<std::size_t>(std::max(number, 0))); };
    auto text = words.fill("enrich_result", {{"requests", count("requests", result.requests)}, {"quotable", count("snippets", result.quotable)},
        {"questions", count("questions", result.questions)}});
    if (result.stopped) {
        text += ' ' + std::string{words("enrich_stopped")};
    }
    for (auto const& problem : problems) {
        text += ' ' + clean_line(words.said(problem.reason), 200) + '.';
    }
    return text;
}

/// As `knowwho enrich`, in a notebook of its own.
WebResponse enrich_started(Review& review, WebRequest const& request)
{
    auto& session = review.session;
    auto const& context = session.context();
    review.jobs.start("enrich", [wishes = wishes_of(request.form), goals = session.goals(), event = session.event(), now = session.now(),
                                    file = context.notebook, &words = session.words(request)](Watch const& watch) {
        auto said = std::ostringstream{}; // the page tells it in its own words
        auto aside = Context{said, said, now, file, watch, true, false, false};
        auto notebook = Notebook::open(file);
        auto problems = std::vector<Problem>{};
        try {
            auto const result = ask_network(notebook, event, &goals, wishes, aside, problems);
            return outcome_told(words, result, problems);
        } catch (Interrupted const&) { // before anybody was asked
            return std::string{words("enrich_stopped")};
        }
    });
    return see_other("/enrich");
}

} // namespace

void add_enrich_routes(Review& review)
{
    review.router.get("/enrich", with_session(review, [&review](WebRequest const& request) { return enrich_page(review, request); }));
    review.router.post("/enrich/start", with_session(review, [&review](WebRequest const& request) { return enrich_started(review, request); }));
}

} // namespace knowwho::review
