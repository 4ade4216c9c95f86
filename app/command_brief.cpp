// SPDX-License-Identifier: MIT
// knowwho brief: the main job in one go.
#include "app/briefing_step.hpp"
#include "app/chat_endpoint.hpp"
#include "app/command.hpp"
#include "app/import_step.hpp"
#include "app/kept_ranking.hpp"
#include "app/met_before_step.hpp"
#include "app/network_step.hpp"
#include "app/pages_step.hpp"
#include "app/steps.hpp"
#include "fetch/clock.hpp"
#include "report/compose.hpp"
#include "report/lint.hpp"
#include "report/sheet_format.hpp"
#include "report/spoken_words.hpp"
#include "review/decided_goals.hpp"
#include "store/outcomes.hpp"
#include "store/rankings.hpp"
#include "store/search_index.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct BriefOptions {
    std::vector<std::string> lists;
    std::string goals;
    std::string pages;
    bool offline = false;
    std::vector<std::string> outputs;
    std::string paper = "a4";
    bool large_print = false;
    bool black_and_white = false;
    int targets = 5;
    NetworkWishes network;
    std::string chat_address;
    std::string chat_model;
};

void declare(Options& options, BriefOptions& values)
{
    options.arguments("LIST", values.lists, "attendee lists: CSV, HTML and more; - reads standard input");
    options.text("-g,--goals", "FILE", values.goals, "what you want of the event (knowwho goals init writes one)");
    options.text("-p,--pages", "DIR", values.pages, "web pages and notes that you saved");
    options.flag("--offline", values.offline, "ask nobody on the network");
    declare_network(options, values.network);
    options.text("--rephrase", "URL", values.chat_address, "let this OpenAI-compatible chat endpoint word the openers anew (now off); a key is read from KNOWWHO_CHAT_KEY");
    options.text("--rephrase-model", "NAME", values.chat_model, "the model to ask there");
    options.texts("-o,--output", "FILE", values.outputs, ".html, .pdf, .pocket.pdf, .md, .json, .ics or .vcf; may be given several times (now briefing.html)");
    options.choice("--paper", {"a4", "letter"}, values.paper, "size of the sheet (now a4)");
    options.flag("--large-print", values.large_print, "larger letters, one column");
    options.flag("--black-and-white", values.black_and_white, "no colours at all");
    options.number("--targets", values.targets, 1, 5, "how many people at most");
}

SheetFormat format_of(std::string const& output)
{
    if (auto const format = output == "-" ? SheetFormat::html : sheet_format_of(output)) {
        return *format;
    }
    throw Error{ExitCode::usage, fmt::format("'{}': the ending is none of {}", output, sheet_endings()),
        "name the file so that it ends in one of them"};
}

std::vector<std::string> outputs_of(BriefOptions const& options)
{
    auto outputs = options.outputs.empty() ? std::vector<std::string>{"briefing.html"} : options.outputs;
    std::ranges::for_each(outputs, format_of); // a wrong ending is told before the work, not after it
    return outputs;
}

/// A reason for a target that went into no opener is told: the text it speaks of is not at hand.
void tell_unused_reasons(std::vector<Problem>& problems, Briefing const& briefing, Goals const& goals, std::string const& file)
{
    for (auto const& read : goals.read) {
        for (auto const& card : briefing.cards) {
            bool const theirs = fold(card.full_name).find(fold(read.of)) != std::string::npos;
            bool const used = std::ranges::any_of(card.openers, [&](Opener const& one) {
                return one.sentence.text.find(spoken_reason(read, briefing.language)) != std::string::npos;
            });
            if (theirs && !used) {
                problems.push_back({Severity::warning, file, 0, 0, read.title, fmt::format("the reason for {} is on no opener: no such text about them can be quoted", read.of),
                    "save the page that you read into the folder of --pages, or look at its title"});
            }
        }
    }
}

Hyphenation hyphenation_for_outputs(std::vector<std::string> const& outputs, Language language)
{
    bool const pdf = std::ranges::any_of(outputs, [](std::string const& output) { return is_pdf(format_of(output)); });
    return pdf ? hyphenation_of(language) : Hyphenation{{}};
}

void write_briefing(Briefing const& briefing, BriefingInput const& input, std::string const& output, BriefOptions const& options,
    Hyphenation const& hyphenation, Context& context)
{
    auto const paper = options.paper == "letter" ? Paper::letter : Paper::a4;
    auto const bytes = write_sheet(briefing, input, format_of(output), {paper, options.large_print, options.black_and_white, hyphenation.empty() ? nullptr : &hyphenation}, context.now);
    put(context, output, bytes);
}

/// What the user will say in words of their own is looked through like any other sentence.
void lint_own_words(std::vector<Problem>& problems, Goals const& goals, Ranking const& ranking, std::string const& file)
{
    auto const look = [&](std::string const& text) {
        for (auto const& finding : lint(text, goals.event.language)) {
            problems.push_back({Severity::warning, file, 0, 0, finding.sentence, fmt::format("'{}': {}", finding.words, finding.reason), {}});
        }
    };
    look(goals.me.introduction);
    std::ranges::for_each(goals.goals, look, &Goal::ask);
    std::ranges::for_each(goals.read, look, &ReadText::because);
    for (auto const target : ranking.shortlist.targets) {
        std::ranges::for_each(ranking.candidates[ranking.matches[target].candidate].own_openers, look);
    }
}

/// What would be wrong after all the work is told before it.
void check(BriefOptions const& options)
{
    if (options.goals.empty()) {
        throw Error{ExitCode::usage, "brief needs to know what you want of the event", "name a file with --goals; knowwho goals init writes one to start from"};
    }
    if (options.chat_address.empty()) {
        return;
    }
    if (options.offline) {
        throw Error{ExitCode::usage, "--offline asks nobody, so --rephrase can't either", "leave out one of the two"};
    }
    if (options.chat_model.empty()) {
        throw Error{ExitCode::usage, "--rephrase needs to know which model to ask", "name it with --rephrase-model"};
    }
}

/// The openers worded anew where the endpoint's answer says no more than the facts; told is what was not taken.
void rephrase_openers(Briefing& briefing, BriefingInput const& input, BriefOptions const& options, std::vector<Problem>& problems)
{
    auto clock = SystemClock{};
    auto problem = std::string{};
    auto const* const key = std::getenv("KNOWWHO_CHAT_KEY");
    auto const endpoint = ChatEndpoint{options.chat_address, key == nullptr ? "" : key, connection_options()};
    auto const result = rephrase(briefing, input, options.chat_model, transport_to(endpoint, clock, problem));
    if (!problem.empty()) {
        problems.push_back({Severity::warning, {}, 0, 0, {}, fmt::format("the openers stay as they are, {} was of no help: {}", options.chat_address, problem),
            "look whether the address, the model and KNOWWHO_CHAT_KEY are right"});
        return;
    }
    for (auto const& fault : result.refused) {
        problems.push_back({Severity::note, {}, 0, 0, fault.sentence, fmt::format("rephrasing for {} not taken: {}", fault.person, fault.reason), {}});
    }
}

/// What the grounding check took out is told under --verbose.
void add_dropped(std::vector<Problem>& problems, Briefing const& briefing)
{
    for (auto const& fault : briefing.dropped) {
        problems.push_back({Severity::note, {}, 0, 0, fault.sentence,
            fmt::format("left out of the briefing, {} of {}: {}", fault.where, fault.person, fault.reason), {}});
    }
}

/// Composes the briefing and writes it to every output; tells what it leaves out.
Briefing write_briefings(BriefingInput const& input, std::vector<std::string> const& outputs, BriefOptions const& options, Context& context,
    std::vector<Problem>& problems)
{
    auto briefing = compose(input);
    if (!options.chat_address.empty()) {
        rephrase_openers(briefing, input, options, problems);
    }
    add_dropped(problems, briefing);
    tell_unused_reasons(problems, briefing, input.goals, options.goals);
    auto const hyphenation = hyphenation_for_outputs(outputs, briefing.language);
    for (auto const& output : outputs) {
        write_briefing(briefing, input, output, options, hyphenation, context);
    }
    return briefing;
}

std::string names_of_targets(Briefing const& briefing)
{
    auto names = std::vector<std::string>{};
    for (auto const& card : briefing.cards) {
        names.push_back(card.full_name);
    }
    return names.empty() ? "nobody on the list fits these goals" : fmt::format("{}", fmt::join(names, ", "));
}

/// The four lines that say what was done and what to look at.
void print_summary(std::ostream& stream, std::span<ImportedList const> lists, EnrichResult const& pages,
    Briefing const& briefing, std::vector<std::string> const& outputs)
{
    auto read = std::vector<std::string>{};
    for (auto const& list : lists) {
        read.push_back(list.summary);
    }
    stream << fmt::format("Read:     {}\n", fmt::join(read, "; "));
    stream << fmt::format("Found:    {} in {}, {} to answer, {} of others with the same name\n",
        count_of(pages.quotable, "quotable snippet", "quotable snippets"), count_of(pages.pages_read + pages.pages_unchanged, "page", "pages"),
        count_of(pages.questions, "question", "questions"), count_of(pages.rejected, "snippet", "snippets"));
    stream << fmt::format("Meet:     {}\n", names_of_targets(briefing));
    stream << fmt::format("Look at:  {}\n", fmt::join(outputs, " and "));
}

std::string names_of(std::span<ImportedList const> lists)
{
    auto names = std::vector<std::string>{};
    for (auto const& list : lists) {
        names.push_back(list.reading.file);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// What the sources were asked and answered goes to standard error: the result is the sheet.
void ask_sources(Notebook& notebook, Event const& event, Goals const& goals, BriefOptions const& options, Context& context,
    std::vector<Problem>& problems)
{
    auto aside = Context{context.err, context.err, context.now, context.notebook, context.watch, context.quiet, context.verbose, false};
    ask_network(notebook, event, &goals, options.network, aside, problems);
    context.watch.check();
}

/// The first search would have to wait for it, and does it if it is not done here.
void prepare_search(Notebook& notebook)
{
    try {
        refresh_search(notebook);
    } catch (Error const&) { // another writer, a full disk: the briefing is there
    }
}

ExitCode run(Context& context, BriefOptions const& options)
{
    auto const outputs = outputs_of(options);
    check(options);
    auto read = read_goals(options.goals);
    auto const& goals = read.goals;
    auto notebook = Notebook::open(context.notebook);
    auto problems = std::vector<Problem>{};
    auto const lists = import_lists(notebook, options.lists, {}, event_of(goals, context.now), context, problems);
    auto const event = lists.front().event;
    save_goals(notebook, event.id, read.text);
    add_decisions(notebook, event.id, read.goals);
    auto const pages = enrich_from(notebook, event.id, options.pages, &goals, context, problems);
    if (!options.offline) {
        ask_sources(notebook, event, goals, options, context, problems);
        if (options.network.plan) {
            return exit_code_for(problems);
        }
    }
    auto const before = state_of_others(notebook);
    auto const ranking = rank_event(notebook, event, goals, context, static_cast<std::size_t>(options.targets));
    save_targets(notebook, event.id, targets_of(ranking));
    lint_own_words(problems, goals, ranking, options.goals);
    auto const met = met_before_event(notebook, event, ranking);
    auto const input
        = BriefingInput{goals, ranking.candidates, ranking.matches, ranking.shortlist, day_of(context.now), names_of(lists), {}, met};
    auto const briefing = write_briefings(input, outputs, options, context, problems);
    keep_ranking(notebook, event, read, context, ranking, before);
    prepare_search(notebook);
    print_problems(context, problems);
    if (!context.quiet) {
        bool const page_on_stdout = std::ranges::find(outputs, "-") != outputs.end();
        print_summary(page_on_stdout ? context.err : context.out, lists, pages, briefing, outputs);
    }
    return exit_code_for(problems);
}

} // namespace

Command brief_command()
{
    return make_command<BriefOptions>("brief", "the main job in one go: import, enrich, score, brief",
        "knowwho brief teilnehmer.csv --goals goals.toml --pages pages --offline -o briefing.pdf", declare, run);
}

} // namespace knowwho
