// SPDX-License-Identifier: MIT
#include "app/outcome_step.hpp"

#include "app/embeddings_step.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "score/goals_file.hpp"
#include "score/rank.hpp"
#include "store/candidates.hpp"
#include "store/encounters.hpp"
#include "text/did_you_mean.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace knowwho {
namespace {

constexpr std::array<std::string_view, 3> worth_words{"nothing", "some", "much"};

std::vector<std::string> goal_names(Notebook const& notebook, Event const& event)
{
    auto names = std::vector<std::string>{};
    for (auto const& goal : goals_for(notebook, event, {}).goals) {
        names.push_back(goal.name);
    }
    return names;
}

/// The ranking of an event as it would be without learning; empty if its goals are not known any more.
std::optional<std::pair<Goals, std::vector<Match>>> plain_ranking(Notebook const& notebook, Event const& event, Context const& context)
{
    auto const text = goals_text(notebook, event.id);
    if (text.empty()) {
        return std::nullopt;
    }
    auto goals = parse_goals(text, event.name);
    auto const candidates = load_candidates(notebook, event.id);
    auto matches = rank(candidates, goals, day_of(context.now), context.watch, {}, kept_vectors(notebook, candidates, goals));
    return std::pair{std::move(goals), std::move(matches)};
}

std::optional<RatedTalk> rated(TalkOutcome const& outcome, Goals const& goals, std::vector<Match> const& matches)
{
    auto const goal = std::ranges::find(goals.goals, outcome.goal, &Goal::name);
    auto const match = std::ranges::find(matches, outcome.person, &Match::person);
    if (goal == goals.goals.end() || match == matches.end()) {
        return std::nullopt;
    }
    auto talk = RatedTalk{{}, outcome.worth};
    auto const index = static_cast<std::size_t>(goal - goals.goals.begin());
    std::ranges::copy_if(match->reasons, std::back_inserter(talk.reasons),
        [&](Reason const& reason) { return stands_beside_goals(reason.signal) || reason.goal == index; });
    return talk;
}

} // namespace

std::vector<OutcomeRow> outcome_rows(Notebook const& notebook, Event const& event)
{
    auto met = std::set<PersonId>{};
    for (auto const& encounter : encounters(notebook, event.id)) {
        if (encounter.kind != EncounterKind::note) {
            met.insert(encounter.person);
        }
    }
    auto people = targets(notebook, event.id);
    auto const planned = people.size();
    std::ranges::copy_if(met, std::back_inserter(people), [&](PersonId person) { return std::ranges::find(people, person) == people.end(); });
    auto const said = outcomes(notebook, event.id);
    auto rows = std::vector<OutcomeRow>{};
    for (std::size_t index = 0; index < people.size(); ++index) {
        auto row = OutcomeRow{find_acquaintance(notebook, people[index]).value_or(Acquaintance{}), index < planned ? index + 1 : 0, met.contains(people[index]), {}};
        std::ranges::copy_if(said, std::back_inserter(row.outcomes), [&](TalkOutcome const& one) { return one.person == people[index]; });
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string_view to_text_of_worth(int worth)
{
    return worth_words[static_cast<std::size_t>(std::clamp(worth, 0, 2))];
}

std::string chosen_goal(Notebook const& notebook, Event const& event, std::string const& wanted)
{
    auto const names = goal_names(notebook, event);
    if (wanted.empty() && names.size() == 1) {
        return names.front();
    }
    if (std::ranges::find(names, wanted) != names.end()) {
        return wanted;
    }
    auto const views = std::vector<std::string_view>{names.begin(), names.end()};
    auto const near = did_you_mean(wanted, views);
    throw Error{ExitCode::usage, wanted.empty() ? std::string{"for which goal?"} : fmt::format("'{}' is no goal of '{}'", clean_line(wanted, 60), event.name),
        near.empty() ? fmt::format("name one with --goal: {}", fmt::join(names, ", ")) : fmt::format("did you mean '{}'?", near)};
}

void note_outcome(Notebook& notebook, Event const& event, PersonId person, std::string const& goal, std::string const& worth, Instant now)
{
    auto const value = std::ranges::find(worth_words, worth) - worth_words.begin();
    save_outcome(notebook, {person, event.id, chosen_goal(notebook, event, goal), static_cast<int>(value), now});
}

std::vector<RatedTalk> rated_talks(Notebook const& notebook, Context const& context)
{
    auto by_event = std::map<EventId, std::vector<TalkOutcome>>{};
    for (auto const& one : outcomes(notebook)) {
        by_event[one.event].push_back(one);
    }
    auto talks = std::vector<RatedTalk>{};
    for (auto const& event : events(notebook)) {
        auto const said = by_event.find(event.id);
        auto const ranking = said == by_event.end() ? std::nullopt : plain_ranking(notebook, event, context);
        if (!ranking) {
            continue;
        }
        for (auto const& outcome : said->second) {
            if (auto talk = rated(outcome, ranking->first, ranking->second)) {
                talks.push_back(*std::move(talk));
            }
        }
    }
    return talks;
}

} // namespace knowwho
