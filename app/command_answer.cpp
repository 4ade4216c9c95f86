// SPDX-License-Identifier: MIT
// knowwho answer: is a page about the person on the list, or about a namesake?
#include "app/command.hpp"
#include "app/named_person.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/decisions.hpp"
#include "store/candidates.hpp"
#include "store/pages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <set>
#include <utility>

namespace knowwho {
namespace {

struct AnswerOptions {
    std::string person;
    std::string page;
    std::string answer;
    std::string event;
};

void declare(Options& options, AnswerOptions& values)
{
    options.argument("PERSON", values.person, "a name, part of one, or the number that rank prints; without one, all open questions are listed", false);
    options.argument("PAGE", values.page, "the number of the page, as listed", false);
    options.argument("ANSWER", values.answer, "yes, no or unsure", false);
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
}

void print_question(std::ostream& out, Evidence const& one, std::string const& who)
{
    out << fmt::format("{:>5}  {} [{}]: {} ({:.2f})\n         \"{}\"\n", one.page.id.value, who, one.link.person.value, clean_line(one.page.place(), 100), one.link.probability,
        clean_line(one.snippet.quote, 160));
    for (auto const& signal : one.link.signals) {
        out << fmt::format("         {:+.1f} {}: {}\n", signal.weight, clean_line(signal.name), clean_line(signal.detail, 100));
    }
}

ExitCode list_questions(Notebook const& notebook, Event const& event, std::vector<Candidate> const& candidates, Context& context)
{
    auto asked = std::set<std::pair<PersonId, PageId>>{};
    for (auto const& one : open_questions(notebook, event.id)) {
        auto const who = std::ranges::find(candidates, one.link.person, [](Candidate const& candidate) { return candidate.attendance.person; });
        if (who != candidates.end() && asked.emplace(one.link.person, one.page.id).second) {
            print_question(context.out, one, clean_line(full_name(who->attendance.row.name), 60));
        }
    }
    if (asked.empty() && !context.quiet) {
        context.err << "note:     there is no open question\n";
    }
    return ExitCode::done;
}

ExitCode run(Context& context, AnswerOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    auto const candidates = load_candidates(notebook, event.id);
    if (options.person.empty()) {
        return list_questions(notebook, event, candidates, context);
    }
    auto const person = candidates[named_person(candidates, options.person)].attendance.person;
    auto const page = person_id_in(options.page); // a number like any other
    if (!page || links_of_page(notebook, person, {page->value}).empty()) {
        throw Error{ExitCode::usage, fmt::format("no page '{}' names this person", clean_line(options.page, 40)), "knowwho answer lists the open questions with their numbers"};
    }
    if (options.answer != "yes" && options.answer != "no" && options.answer != "unsure") {
        throw Error{ExitCode::usage, fmt::format("'{}' is no answer", clean_line(options.answer, 40)), "answer with yes, no or unsure"};
    }
    decide(notebook, {event.id, person, decision::answer, page->value, options.answer}, context.now);
    if (!context.quiet) {
        context.out << fmt::format("Kept: {}\n", options.answer);
    }
    return ExitCode::done;
}

} // namespace

Command answer_command()
{
    return make_command<AnswerOptions>("answer", "is a page about this person, or about a namesake?", "knowwho answer", declare, run);
}

} // namespace knowwho
