// SPDX-License-Identifier: MIT
// knowwho pin, veto: whom to meet in any case, and whom never.
#include "app/command.hpp"
#include "app/named_person.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/decisions.hpp"
#include "store/candidates.hpp"
#include "store/judgements.hpp"

#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct MarkOptions {
    std::string person;
    std::string event;
    bool undo = false;
};

void declare(Options& options, MarkOptions& values)
{
    options.argument("PERSON", values.person, "a name, part of one, or the number that rank prints; without one, everybody with a mark is listed", false);
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.flag("--undo", values.undo, "take the mark away");
}

std::string line_of(Candidate const& candidate)
{
    auto const& attendance = candidate.attendance;
    return fmt::format("{}, {} [{}]", clean_line(full_name(attendance.row.name), 60), clean_line(attendance.row.organisation, 60), attendance.person.value);
}

std::string_view word_of(Mark mark)
{
    return mark == Mark::pinned ? "Pinned: " : mark == Mark::vetoed ? "Vetoed: " : "Neither:";
}

ExitCode list_marks(std::vector<Candidate> const& candidates, Context& context)
{
    for (auto const mark : {Mark::pinned, Mark::vetoed}) {
        for (auto const& candidate : candidates) {
            if (candidate.mark == mark) {
                context.out << fmt::format("{} {}\n", word_of(mark), line_of(candidate));
            }
        }
    }
    return ExitCode::done;
}

ExitCode set_mark(Context& context, MarkOptions const& options, Mark mark)
{
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    auto const candidates = load_candidates(notebook, event.id);
    if (options.person.empty()) {
        return list_marks(candidates, context);
    }
    auto const& candidate = candidates[named_person(candidates, options.person)];
    if (options.undo && candidate.mark != mark) {
        throw Error{ExitCode::usage, fmt::format("{} is not {}", line_of(candidate), to_text(mark)), "knowwho pin lists everybody with a mark"};
    }
    auto const wanted = options.undo ? Mark::none : mark;
    decide(notebook, {event.id, candidate.attendance.person, decision::mark, 0, std::string{to_text(wanted)}}, context.now);
    if (!context.quiet) {
        context.out << fmt::format("{} {}\n", word_of(wanted), line_of(candidate));
    }
    return ExitCode::done;
}

} // namespace

Command pin_command()
{
    return make_command<MarkOptions>("pin", "meet somebody in any case, whatever their score", "knowwho pin 'Anna Weber'", declare,
        [](Context& context, MarkOptions const& options) { return set_mark(context, options, Mark::pinned); });
}

Command veto_command()
{
    return make_command<MarkOptions>("veto", "never meet somebody, whatever their score", "knowwho veto 'Anna Weber'", declare,
        [](Context& context, MarkOptions const& options) { return set_mark(context, options, Mark::vetoed); });
}

} // namespace knowwho
