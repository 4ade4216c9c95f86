// SPDX-License-Identifier: MIT
// knowwho enrich: saved pages and public sources become snippets of the people whom they name.
#include "app/command.hpp"
#include "app/network_step.hpp"
#include "app/pages_step.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "score/goals_file.hpp"
#include "store/pages.hpp"

#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct EnrichOptions {
    std::string pages;
    std::string event;
    bool offline = false;
    NetworkWishes network;
};

void declare(Options& options, EnrichOptions& values)
{
    options.text("-p,--pages", "DIR", values.pages, "web pages and notes that you saved");
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.flag("--offline", values.offline, "ask nobody on the network");
    declare_network(options, values.network);
}

void print_questions(Context& context, Notebook const& notebook, EventId event)
{
    for (auto const& one : open_questions(notebook, event)) {
        context.out << fmt::format("the same person?  {:.0f} %  {}: {}\n", one.link.probability * 100,
            clean_line(one.page.place()), clean_line(one.snippet.quote, 100));
    }
}

void print_pages(Context& context, EnrichResult const& result)
{
    context.out << fmt::format("{} read, {} unchanged: {}, {} to answer, {} of others with the same name\n",
        count_of(result.pages_read, "page", "pages"), result.pages_unchanged,
        count_of(result.quotable, "quotable snippet", "quotable snippets"),
        count_of(result.questions, "question", "questions"), count_of(result.rejected, "snippet", "snippets"));
}

ExitCode run(Context& context, EnrichOptions const& options)
{
    if (options.pages.empty() && options.offline) {
        throw Error{ExitCode::usage, "enrich needs pages to read", "name the folder of the pages you saved with --pages"};
    }
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    auto const kept = goals_text(notebook, event.id);
    auto const goals = kept.empty() ? std::nullopt : std::optional{parse_goals(kept, "the goals kept with the event")};
    auto const* const wanted = goals ? &*goals : nullptr;
    auto problems = std::vector<Problem>{};
    if (!options.pages.empty()) {
        auto const result = enrich_from(notebook, event.id, options.pages, wanted, context, problems);
        if (!context.quiet) {
            print_pages(context, result);
        }
    }
    if (!options.offline) {
        ask_network(notebook, event, wanted, options.network, context, problems);
        context.watch.check();
    }
    print_problems(context, problems);
    if (!context.quiet && !options.network.plan) {
        print_questions(context, notebook, event.id);
    }
    return exit_code_for(problems);
}

} // namespace

Command enrich_command()
{
    return make_command<EnrichOptions>("enrich", "saved pages and public sources become quotable snippets of the people whom they name",
        "knowwho enrich --pages pages --offline", declare, run);
}

} // namespace knowwho
