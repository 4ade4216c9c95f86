// SPDX-License-Identifier: MIT
// knowwho goals init and goals check: a file to start from, and what was understood of it.
#include "app/command.hpp"
#include "app/import_step.hpp"
#include "app/steps.hpp"
#include "model/value_parts.hpp"
#include "report/clean_text.hpp"
#include "score/goals_file.hpp"
#include "score/goal_reach.hpp"
#include "score/goal_words.hpp"
#include "store/candidates.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct InitOptions {
    std::string file = "goals.toml";
    std::string language = "de";
    bool force = false;
};

void declare_init(Options& options, InitOptions& values)
{
    options.argument("FILE", values.file, "where to write it; - for standard output (now goals.toml)", false);
    options.choice("--language", {"de", "en"}, values.language, "language of comments and briefing (now de)");
    options.flag("--force", values.force, "write over a file that is there");
}

ExitCode run_init(Context& context, InitOptions const& options)
{
    auto const text = std::string{goals_template(options.language == "en" ? Language::english : Language::german)};
    bool const to_file = options.file != "-";
    if (to_file && !options.force && std::filesystem::exists(options.file)) {
        throw Error{ExitCode::usage, fmt::format("'{}' is there already", options.file), "name another file, or add --force to write over it"};
    }
    put(context, options.file, text);
    if (to_file && !context.quiet) {
        context.out << fmt::format("Written: {}. Fill it in, then: knowwho goals check {}\n", options.file, options.file);
    }
    return ExitCode::done;
}

struct CheckOptions {
    std::string file;
    std::vector<std::string> lists;
    std::string event;
};

void declare_check(Options& options, CheckOptions& values)
{
    options.argument("FILE", values.file, "the goals to check");
    options.arguments("LIST", values.lists, "attendee lists to look the words up in (now the event's roster in the notebook)", false);
    options.text("-e,--event", "NAME", values.event, "the event whose roster is looked at");
}

std::string join_quoted(std::span<std::string const> words)
{
    auto quoted = std::vector<std::string>{};
    for (auto const& word : words) {
        quoted.push_back(clean_line(word));
    }
    return fmt::format("{}", fmt::join(quoted, ", "));
}

void print_list(std::ostream& out, std::string_view label, std::span<std::string const> words)
{
    if (!words.empty()) {
        out << fmt::format("    {}: {}\n", label, join_quoted(words));
    }
}

void print_understood(std::ostream& out, Goals const& goals)
{
    auto const& event = goals.event;
    out << fmt::format("{}{}{}\n", clean_line(event.name), event.place.empty() ? "" : ", ", clean_line(event.place));
    if (event.starts) {
        out << fmt::format("  {} to {}\n", to_iso(*event.starts), to_iso(event.ends ? *event.ends : *event.starts));
    }
    out << fmt::format("  briefing in {}{}, {:.0f} % expected not to come\n", event.language == Language::english ? "English" : "German",
        event.language == Language::english ? "" : event.address == Address::du ? " (du)" : " (Sie)", event.no_show * 100);
    for (auto const& goal : goals.goals) {
        out << fmt::format("\n  {} ({}, weight {:g})\n    wants: {}\n", clean_line(goal.name), to_text(goal.kind), goal.weight, clean_line(goal.want));
        print_list(out, "asks for first", goal.organisations);
        print_list(out, "places", goal.places);
        print_list(out, "must have one of", goal.must);
        print_list(out, "never", goal.avoid);
        if (!goal.ask.empty()) {
            out << fmt::format("    honest ask: {}\n", clean_line(goal.ask));
        }
    }
    auto beside = std::vector<std::string>{};
    for (auto const& part : value_parts) {
        beside.push_back(fmt::format("{} {:g}", part.name, goals.value.*part.weight));
    }
    out << fmt::format("\n  beside the goals: {}{}\n", fmt::join(beside, ", "), event.serendipity ? "; the last seat is for a person nobody planned" : "");
    if (goals.embeddings.is_wanted()) {
        out << fmt::format("\n  embeddings: vectors of {} from {}, weight {:g}; asked for by brief and enrich without --offline\n",
            clean_line(goals.embeddings.name), clean_line(goals.embeddings.address), goals.embeddings.weight);
    }
    for (auto const& text : goals.read) {
        out << fmt::format("\n  read of {}{}{}\n    because: {}\n", clean_line(text.of), text.title.empty() ? "" : ": ", clean_line(text.title), clean_line(text.because));
    }
}

/// The roster to look words up in: that of the lists named, else the event's in the notebook, else none.
std::optional<std::vector<Candidate>> roster_for(Context& context, CheckOptions const& options, Goals const& goals)
{
    if (!options.lists.empty()) {
        auto notebook = Notebook::in_memory();
        auto problems = std::vector<Problem>{};
        auto const lists = import_lists(notebook, options.lists, {}, event_of(goals, context.now), context, problems);
        return load_candidates(notebook, lists.front().event.id);
    }
    if (!std::filesystem::exists(context.notebook)) {
        return std::nullopt;
    }
    auto const notebook = Notebook::open(context.notebook, Notebook::Access::read_only);
    auto const event = find_event(notebook, options.event.empty() ? goals.event.name : options.event);
    return event ? std::optional{load_candidates(notebook, event->id)} : std::nullopt;
}

/// Warns of goals that fit everybody or nobody; whether there is one.
bool print_reach(std::ostream& out, Goals const& goals, std::span<Candidate const> roster, PartialDate today)
{
    bool warned = false;
    auto const reach = reach_of_goals(goals, roster, today);
    for (std::size_t goal = 0; goal < reach.size(); ++goal) {
        auto const name = clean_line(goals.goals[goal].name);
        if (reach[goal].nobody()) {
            out << fmt::format("\n{}: fits nobody on the list well; say it in other words, or what would do as well\n", name);
        } else if (reach[goal].everybody()) {
            out << fmt::format("\n{}: fits {} of {} people; say more closely whom you look for\n", name, reach[goal].fits, reach[goal].people);
        }
        warned = warned || reach[goal].nobody() || reach[goal].everybody();
    }
    return warned;
}

ExitCode run_check(Context& context, CheckOptions const& options)
{
    auto const goals = read_goals(options.file).goals;
    print_understood(context.out, goals);
    auto const roster = roster_for(context, options, goals);
    if (!roster) {
        context.out << "\nNo roster of this event is known yet; name a list to see which words it has.\n";
        return ExitCode::done;
    }
    auto const unfound = words_not_on_roster(goals, *roster);
    for (auto const& words : unfound) {
        context.out << fmt::format("\n{}: nowhere on the list: {}\n", clean_line(goals.goals[words.goal].name), join_quoted(words.words));
    }
    if (unfound.empty()) {
        context.out << fmt::format("\nEvery word is found on the list of {}.\n", count_of(static_cast<std::int64_t>(roster->size()), "person", "people"));
    }
    bool const warned = print_reach(context.out, goals, *roster, day_of(context.now));
    return unfound.empty() && !warned ? ExitCode::done : ExitCode::done_with_problems;
}

} // namespace

Command goals_init_command()
{
    return make_command<InitOptions>("goals init", "write a commented goals file to start from", "knowwho goals init goals.toml", declare_init, run_init);
}

Command goals_check_command()
{
    return make_command<CheckOptions>("goals check", "say what was understood of a goals file, which words the list has nowhere, and which goals fit all or none",
        "knowwho goals check goals.toml teilnehmer.csv", declare_check, run_check);
}

} // namespace knowwho
