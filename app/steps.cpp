// SPDX-License-Identifier: MIT
#include "app/steps.hpp"

#include "app/embeddings_step.hpp"
#include "report/clean_text.hpp"
#include "review/decided_goals.hpp"
#include "score/goals_file.hpp"
#include "score/rank.hpp"
#include "score/shortlist.hpp"
#include "store/candidates.hpp"
#include "store/files.hpp"
#include "store/outcomes.hpp"
#include "text/did_you_mean.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

constexpr std::size_t problems_shown = 10;
constexpr std::size_t most_kinds = 30;
constexpr std::size_t goals_limit = std::size_t{1} << 20;

std::string place_of(Problem const& problem)
{
    auto place = problem.file;
    if (problem.line > 0) {
        place += fmt::format(":{}", problem.line);
        if (problem.column > 0) {
            place += fmt::format(":{}", problem.column);
        }
    }
    return place.empty() ? place : place + ": ";
}

void print_problem(std::ostream& stream, Problem const& problem)
{
    stream << clean_line(place_of(problem) + problem.reason);
    if (!problem.cell.empty()) {
        stream << fmt::format(" ('{}')", clean_line(problem.cell, 60));
    }
    if (!problem.advice.empty()) {
        stream << "; " << clean_line(problem.advice);
    }
    stream << '\n';
}

/// The word for a severity comes first, so that losses are seen.
std::string_view word_for(Severity severity)
{
    switch (severity) {
    case Severity::loss:
        return "not read: ";
    case Severity::warning:
        return "look at:  ";
    case Severity::note:
        return "note:     ";
    }
    return {};
}

std::string names_of(std::span<Event const> known)
{
    auto names = std::vector<std::string>{};
    for (auto const& event : known) {
        names.push_back(fmt::format("'{}'", clean_line(event.name)));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

} // namespace

ReadGoals read_goals(std::string const& file)
{
    auto text = read_file(file, goals_limit);
    auto goals = parse_goals(text, file);
    return {std::move(goals), std::move(text)};
}

Goals goals_for(Notebook const& notebook, Event const& event, std::string const& file)
{
    return goals_and_text_for(notebook, event, file).goals;
}

ReadGoals goals_and_text_for(Notebook const& notebook, Event const& event, std::string const& file)
{
    auto read = written_goals(notebook, event, file);
    add_decisions(notebook, event.id, read.goals);
    return read;
}

ReadGoals written_goals(Notebook const& notebook, Event const& event, std::string const& file)
{
    if (!file.empty()) {
        return read_goals(file);
    }
    auto kept = goals_text(notebook, event.id);
    if (kept.empty()) {
        throw Error{ExitCode::usage, fmt::format("there are no goals for '{}' yet", event.name),
            "name a file with --goals; knowwho goals init writes one to start from"};
    }
    auto goals = parse_goals(kept, fmt::format("goals kept with '{}'", event.name));
    return {std::move(goals), std::move(kept)};
}

Event chosen_event(Notebook const& notebook, std::string const& name)
{
    auto const known = events(notebook);
    if (known.empty()) {
        throw Error{ExitCode::usage, "the notebook has no event yet", "import a list first: knowwho import LIST"};
    }
    if (name.empty()) {
        return known.front();
    }
    auto const found = std::ranges::find(known, name, &Event::name);
    if (found != known.end()) {
        return *found;
    }
    auto names = std::vector<std::string_view>{};
    std::ranges::transform(known, std::back_inserter(names), &Event::name);
    auto const near = did_you_mean(name, names);
    throw Error{ExitCode::usage, fmt::format("there is no event '{}'", name),
        near.empty() ? "there are: " + names_of(known) : fmt::format("did you mean '{}'?", near)};
}

Ranking rank_event(Notebook const& notebook, Event const& event, Goals const& goals, Context const& context, std::size_t targets)
{
    auto ranking = Ranking{load_candidates(notebook, event.id), {}, {}};
    ranking.matches = rank(ranking.candidates, goals, day_of(context.now), context.watch, SignalWeights{learnt_factors(notebook)},
        kept_vectors(notebook, ranking.candidates, goals));
    ranking.shortlist = choose(ranking.matches, ranking.candidates, goals, targets);
    return ranking;
}

namespace {

/// How many of each kind there are, most first.
void print_kinds(Context& context, std::vector<Problem> const& problems)
{
    auto kinds = std::vector<std::pair<std::string_view, int>>{};
    for (auto const& problem : problems) {
        auto const known = std::ranges::find(kinds, std::string_view{problem.reason}, &std::pair<std::string_view, int>::first);
        if (known != kinds.end()) {
            ++known->second;
        } else if (kinds.size() < most_kinds) {
            kinds.emplace_back(problem.reason, 1);
        } else {
            return; // nearly every one says something else
        }
    }
    std::ranges::stable_sort(kinds, std::ranges::greater{}, &std::pair<std::string_view, int>::second);
    for (auto const& [reason, count] : kinds) {
        context.err << fmt::format("  {}: {}\n", count_of(count, "time", "times"), reason);
    }
}

} // namespace

void print_problems(Context& context, std::span<Problem const> problems)
{
    if (context.quiet) {
        return;
    }
    auto ordered = std::vector<Problem>{};
    std::ranges::copy_if(problems, std::back_inserter(ordered),
        [&](Problem const& problem) { return context.verbose || problem.severity != Severity::note; });
    std::ranges::stable_sort(ordered, std::ranges::greater{}, &Problem::severity);
    auto const shown = context.verbose ? ordered.size() : std::min(ordered.size(), problems_shown);
    for (auto const& problem : std::span{ordered}.first(shown)) {
        context.err << word_for(problem.severity);
        print_problem(context.err, problem);
    }
    if (shown < ordered.size()) {
        context.err << fmt::format("and {} more; --verbose shows all\n", ordered.size() - shown);
        print_kinds(context, ordered);
    }
}

ExitCode exit_code_for(std::span<Problem const> problems)
{
    bool const worth_reading
        = std::ranges::any_of(problems, [](Problem const& problem) { return problem.severity != Severity::note; });
    return worth_reading ? ExitCode::done_with_problems : ExitCode::done;
}

void put(Context& context, std::string const& file, std::string const& bytes)
{
    if (file == "-") {
        context.out << bytes;
    } else {
        write_file(file, bytes);
    }
}

bool is_told(Reason const& reason)
{
    constexpr double least_told = 0.005;
    return std::abs(reason.share) >= least_told;
}

std::string count_of(std::int64_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace knowwho
