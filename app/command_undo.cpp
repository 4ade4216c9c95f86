// SPDX-License-Identifier: MIT
// knowwho undo: takes the newest decision back: pin, veto, note, answer, weights, merge.
#include "app/command.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/decisions.hpp"
#include "store/contacts.hpp"

#include <fmt/format.h>
#include <ostream>

namespace knowwho {
namespace {

struct UndoOptions {
    std::string event;
    bool list = false;
};

void declare(Options& options, UndoOptions& values)
{
    options.text("-e,--event", "NAME", values.event, "the event (now the one used last)");
    options.flag("--list", values.list, "show what could be undone, newest first, and change nothing");
}

std::string in_words(Notebook const& notebook, StoredChange const& change)
{
    auto const who = change.person ? find_acquaintance(notebook, change.person) : std::nullopt;
    auto const name = who ? fmt::format(" {} [{}]", clean_line(full_name(who->name), 60), change.person.value) : std::string{};
    auto const value = change.what == decision::answer || change.what == decision::weights ? std::string{} : clean_line(change.after, 60);
    return fmt::format("{}{}{}{}", change.what, name, value.empty() ? "" : ": ", value);
}

ExitCode run(Context& context, UndoOptions const& options)
{
    auto notebook = Notebook::open(context.notebook);
    auto const event = chosen_event(notebook, options.event);
    if (options.list) {
        for (auto const& change : changes(notebook, event.id, 50)) {
            context.out << fmt::format("{}  {}\n", to_iso(day_of(change.made_at)), in_words(notebook, change));
        }
        return ExitCode::done;
    }
    auto const newest = newest_change(notebook, event.id);
    auto const words = newest ? in_words(notebook, *newest) : std::string{};
    if (!undo_newest(notebook, event.id, context.now)) {
        throw Error{ExitCode::usage, fmt::format("nothing was decided about '{}' that could be undone", clean_line(event.name, 60)), "knowwho undo --list shows what could be"};
    }
    if (!context.quiet) {
        context.out << fmt::format("Undone: {}\n", words);
    }
    return ExitCode::done;
}

} // namespace

Command undo_command()
{
    return make_command<UndoOptions>("undo", "take the newest decision back: pin, veto, note, answer, weights", "knowwho undo --list", declare, run);
}

} // namespace knowwho
