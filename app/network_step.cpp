// SPDX-License-Identifier: MIT
#include "app/network_step.hpp"

#include "app/embeddings_step.hpp"
#include "app/named_person.hpp"
#include "enrich/source_choice.hpp"
#include "store/candidates.hpp"

#include <algorithm>

#include <cstdlib>
#include <fmt/format.h>
#include <initializer_list>
#include <ostream>

namespace knowwho {
namespace {

std::string environment(std::initializer_list<char const*> names)
{
    for (auto const* const name : names) {
        if (auto const* const value = std::getenv(name); value != nullptr && *value != '\0') {
            return value;
        }
    }
    return {};
}

FetchOptions fetch_options()
{
    auto options = FetchOptions{};
    options.transfers.connection = connection_options();
    options.transfers.keep_pace = options.transfers.connection.stand_in.empty();
    return options;
}

std::vector<PersonInterest> interest_of(Ranking const& ranking)
{
    auto interest = std::vector<PersonInterest>{};
    for (auto const& match : ranking.matches) {
        if (match.excluded.empty()) {
            interest.push_back({match.person, match.low, match.high});
        }
    }
    return interest;
}

/// Just the people whom the user names, whatever the ranking thinks of them.
void keep_named(Notebook const& notebook, EventId event, std::vector<std::string> const& names, NetworkOptions& options)
{
    auto const candidates = load_candidates(notebook, event);
    auto chosen = std::vector<PersonInterest>{};
    for (auto const& name : names) {
        auto const person = candidates[named_person(candidates, name)].attendance.person;
        auto const known = std::find_if(options.interest.begin(), options.interest.end(), [&](PersonInterest const& one) { return one.person == person; });
        chosen.push_back(known == options.interest.end() ? PersonInterest{person} : *known);
    }
    options.interest = std::move(chosen);
}

NetworkOptions options_for(NetworkWishes const& wishes, std::vector<Problem>& problems)
{
    auto options = NetworkOptions{};
    options.fetch = fetch_options();
    options.recipes = chosen_recipes(recipes_with(own_sources_folder(), problems), wishes.sources);
    for (auto const& name : setting_names(options.recipes)) {
        if (auto value = environment({name.c_str()}); !value.empty()) {
            options.settings.emplace(name, std::move(value));
        }
    }
    options.websites = wishes.sources.empty()
        || std::find(wishes.sources.begin(), wishes.sources.end(), website_source) != wishes.sources.end();
    options.budget = {wishes.people, wishes.requests, std::chrono::minutes{wishes.minutes}};
    return options;
}

NetworkOptions options_about(Notebook const& notebook, Event const& event, Ranking const* ranking, NetworkWishes const& wishes, std::vector<Problem>& problems)
{
    auto options = options_for(wishes, problems);
    if (ranking != nullptr) {
        options.interest = interest_of(*ranking);
    }
    if (!wishes.about.empty()) {
        keep_named(notebook, event.id, wishes.about, options);
    }
    return options;
}

} // namespace

std::filesystem::path own_sources_folder()
{
    if (auto const config = environment({"XDG_CONFIG_HOME"}); config.starts_with('/')) {
        return std::filesystem::path{config} / "knowwho/sources";
    }
    auto const home = environment({"HOME"});
    return home.empty() ? std::filesystem::path{} : std::filesystem::path{home} / ".config/knowwho/sources";
}

ConnectionOptions connection_options()
{
    auto connection = ConnectionOptions{};
    connection.user_agent = user_agent(KNOWWHO_VERSION, environment({"KNOWWHO_CONTACT"}));
    connection.proxy = environment({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
    connection.http_proxy = environment({"http_proxy", "all_proxy", "ALL_PROXY"}); // not HTTP_PROXY: a header may set that
    connection.no_proxy = environment({"no_proxy", "NO_PROXY"});
    connection.ca_file = environment({"CURL_CA_BUNDLE", "SSL_CERT_FILE"});
    connection.stand_in = environment({"KNOWWHO_REPLAY"});
    connection.permissions.loopback = !connection.stand_in.empty();
    return connection;
}

void declare_network(Options& options, NetworkWishes& wishes)
{
    options.texts("--source", "NAME", wishes.sources, "ask this source only (may be repeated; 'knowwho sources' lists them; 'embeddings' is the model of the goals)");
    options.texts("--person", "PERSON", wishes.about, "ask about this person only (name, part of one, or id; may be repeated)");
    options.number("--budget", wishes.people, 1, 100'000, "how many people to ask about");
    options.number("--requests", wishes.requests, 1, 1'000'000, "how many requests to send at most, about");
    options.number("--minutes", wishes.minutes, 1, 10'000, "how long to ask");
    options.flag("--plan", wishes.plan, "show who would be asked about whom; ask nobody");
}

NetworkPlan plan_network(Notebook const& notebook, Event const& event, Ranking const* ranking, NetworkWishes const& wishes, Instant now,
    std::vector<Problem>& problems)
{
    auto options = options_about(notebook, event, ranking, wishes, problems);
    auto planned = NetworkPlan{plan_for_event(notebook, event.id, options, now), options.budget, {}, {}};
    for (auto& candidate : load_candidates(notebook, event.id)) {
        planned.roster.push_back(std::move(candidate.attendance));
    }
    planned.recipes = std::move(options.recipes);
    return planned;
}

namespace {

NetworkResult ask_public_sources(Notebook& notebook, Event const& event, Goals const* goals, NetworkWishes const& wishes, Context& context,
    std::vector<Problem>& problems)
{
    auto const ranking = goals == nullptr ? std::nullopt : std::optional{rank_event(notebook, event, *goals, context)};
    auto const* const ranked = ranking ? &*ranking : nullptr;
    if (wishes.plan) {
        auto planned = plan_network(notebook, event, ranked, wishes, context.now, problems);
        context.out << plan_as_table(planned.plan, planned.budget, planned.roster, planned.recipes);
        auto result = NetworkResult{};
        result.plan = std::move(planned.plan);
        return result;
    }
    auto const options = options_about(notebook, event, ranked, wishes, problems);
    auto clock = SystemClock{};
    auto result = enrich_from_network(notebook, event.id, goals, options, clock, context.watch);
    problems.insert(problems.end(), result.problems.begin(), result.problems.end());
    if (!context.quiet) {
        context.out << outcome_as_table(result, notebook, event.id);
        context.out << fmt::format("{} sent, {}, {} to answer, {} of others with the same name\n", count_of(result.requests, "request", "requests"),
            count_of(result.quotable, "quotable finding", "quotable findings"), count_of(result.questions, "question", "questions"),
            count_of(result.rejected, "finding", "findings"));
        if (result.stopped && !context.watch.stop.stop_requested()) {
            context.err << fmt::format("the {} are over: what was finished is kept; run the same command again to go on\n",
                count_of(wishes.minutes, "minute", "minutes"));
        }
    }
    return result;
}

void ask_model(Notebook& notebook, Event const& event, Goals const& goals, NetworkWishes const& wishes, Context& context, std::vector<Problem>& problems)
{
    if (!wishes.plan) {
        ask_for_embeddings(notebook, event, goals, context, problems);
    } else if (auto const planned = planned_embeddings(notebook, event, goals); !planned.empty()) {
        context.out << "embeddings: " << planned << '\n';
    }
}

} // namespace

NetworkResult ask_network(Notebook& notebook, Event const& event, Goals const* goals, NetworkWishes const& wishes, Context& context,
    std::vector<Problem>& problems)
{
    auto others = wishes;
    bool const named = std::erase(others.sources, embeddings_source) > 0;
    bool const alone = named && others.sources.empty();
    auto result = alone ? NetworkResult{} : ask_public_sources(notebook, event, goals, others, context, problems);
    if (goals != nullptr && (named || (wishes.sources.empty() && wishes.about.empty()))) {
        ask_model(notebook, event, *goals, wishes, context, problems);
    }
    return result;
}

} // namespace knowwho
