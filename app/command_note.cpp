// SPDX-License-Identifier: MIT
// knowwho note: what the user knows about somebody before meeting them.
#include "app/acquaintance_step.hpp"
#include "app/command.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "review/decisions.hpp"
#include "store/judgements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct NoteOptions {
    std::string person;
    std::string text;
    std::vector<std::string> tags;
    std::vector<std::string> do_not_mention;
    std::vector<std::string> openers;
    std::string because;
    std::string title;
    std::string event;
};

void declare(Options& options, NoteOptions& values)
{
    options.argument("PERSON", values.person, "a name, part of one, or the number that rank prints");
    options.argument("TEXT", values.text, "the note, in place of the one that is there; without it, what is there is shown", false);
    options.texts("--tag", "WORD", values.tags, "a word to find them by, besides those that are there; --tag=-WORD takes one away; may be repeated");
    options.texts("--do-not-mention", "TEXT", values.do_not_mention, "what the sheet warns of, besides what is there; =-TEXT takes one away; may be repeated");
    options.texts("--opener", "SENTENCE", values.openers, "what you want to begin with, besides what is there; --opener=-SENTENCE takes one away; may be repeated");
    options.text("--because", "TEXT", values.because, "why a text of theirs stayed with you, as it goes on after \"because\"");
    options.text("--title", "TEXT", values.title, "the title of that text, or a part of it (now any text of theirs)");
    options.text("-e,--event", "NAME", values.event, "the event that you read the text for (now the one used last)");
}

/// What was there with the new ones, and without those behind a '-'.
std::vector<std::string> changed(std::vector<std::string> there, std::vector<std::string> const& wanted)
{
    for (auto const& one : wanted) {
        bool const goes = one.starts_with('-');
        auto const word = one.substr(goes ? 1 : 0);
        std::erase(there, word);
        if (!goes) {
            there.push_back(word);
        }
    }
    return there;
}

void print_remark(std::ostream& out, Remark const& remark, Judgement const& judgement)
{
    auto const line = [&](std::string_view what, std::string const& text) {
        out << (text.empty() ? std::string{} : fmt::format("  {}: {}\n", what, clean_line(text)));
    };
    line("note", remark.note);
    line("tags", fmt::format("{}", fmt::join(remark.tags, ", ")));
    line("not to be mentioned", fmt::format("{}", fmt::join(remark.do_not_mention, "; ")));
    line("to begin with", fmt::format("{}", fmt::join(judgement.openers, " / ")));
    line("text read", judgement.because.empty() ? std::string{} : fmt::format("{}: because {}", judgement.read_title.empty() ? "any" : judgement.read_title, judgement.because));
}

ExitCode run(Context& context, NoteOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    auto const who = named_acquaintance(notebook, options.person);
    auto const before = remark(notebook, who.person);
    auto const save = [&](std::string_view what, std::string value) { decide(notebook, {event.id, who.person, what, 0, std::move(value)}, context.now); };
    if (!options.text.empty()) {
        save(decision::note, options.text);
    }
    if (!options.tags.empty()) {
        save(decision::tags, in_lines(changed(before.tags, options.tags)));
    }
    if (!options.do_not_mention.empty()) {
        save(decision::do_not_mention, in_lines(changed(before.do_not_mention, options.do_not_mention)));
    }
    if (!options.openers.empty()) {
        save(decision::openers, in_lines(changed(judgement(notebook, event.id, who.person).openers, options.openers)));
    }
    if (!options.because.empty()) {
        save(decision::because, options.title + "\n" + options.because);
    }
    if (!context.quiet) {
        context.out << in_one_line(who) << '\n';
        print_remark(context.out, remark(notebook, who.person), judgement(notebook, event.id, who.person));
    }
    return ExitCode::done;
}

} // namespace

Command note_command()
{
    return make_command<NoteOptions>("note", "what you know about somebody: a note, tags, what not to mention", "knowwho note 'Anna Weber' 'kennt Robin aus Dresden' --tag Rudern",
        declare, run);
}

} // namespace knowwho
