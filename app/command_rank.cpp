// SPDX-License-Identifier: MIT
// knowwho rank: the ranked roster as a table, JSON or CSV.
#include "app/command.hpp"
#include "app/kept_ranking.hpp"
#include "app/ranking_table.hpp"
#include "app/steps.hpp"

#include <ostream>

namespace knowwho {
namespace {

struct RankOptions {
    std::string goals;
    std::string event;
    int top = 5;
    bool all = false;
    bool serendipity = false;
    std::string format = "table";
};

void declare(Options& options, RankOptions& values)
{
    options.text("-g,--goals", "FILE", values.goals, "the goals to rank by (now those used last for the event)");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.number("--top", values.top, 1, 1'000'000, "how many people to show");
    options.flag("--all", values.all, "show everybody, those left out with the reason");
    options.flag("--serendipity", values.serendipity, "give the last seat of the shortlist to a person nobody planned");
    options.choice("--format", {"table", "json", "csv"}, values.format, "form of the result (now table)");
}

ExitCode run(Context& context, RankOptions const& options)
{
    auto notebook = open_to_rank(context);
    auto const event = chosen_event(notebook, options.event);
    auto read = goals_and_text_for(notebook, event, options.goals);
    auto& goals = read.goals;
    bool const other = options.serendipity && !goals.event.serendipity; // than what is kept
    goals.event.serendipity = goals.event.serendipity || options.serendipity;
    auto const ranking = options.all || other ? rank_event(notebook, event, goals, context)
                                     : best_ranked(notebook, event, read, context, static_cast<std::size_t>(options.top));
    auto const rows = ranking_rows(ranking, options.all ? ranking.matches.size() : static_cast<std::size_t>(options.top), options.all);
    if (options.format == "json") {
        context.out << ranking_as_json(ranking, goals, rows);
    } else if (options.format == "csv") {
        context.out << ranking_as_csv(ranking, goals, rows);
    } else {
        context.out << ranking_as_table(ranking, goals, rows);
    }
    return ExitCode::done;
}

} // namespace

Command rank_command()
{
    return make_command<RankOptions>("rank", "the ranked list, with the reasons",
        "knowwho rank --top 20 --format csv > ranking.csv", declare, run);
}

} // namespace knowwho
