// SPDX-License-Identifier: MIT
// knowwho undo: takes the newest decision back: pin, veto, note, answer, weights, merge; and what the review noted after talks.
#include "app/command.hpp"
#include "app/steps.hpp"
#include "report/clean_text.hpp"
#include "report/name_forms.hpp"
#include "review/decisions.hpp"
#include "store/contacts.hpp"

#include <fmt/format.h>
#include <ostream>
#include <string_view>

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

/// What is kept for the undoing alone says nothing to a reader.
bool is_readable(std::string_view what)
{
    return what != decision::answer && what != decision::weights && what != decision::met && what != decision::follow_up;
}

std::string in_words(Notebook const& notebook, StoredChange const& change)
{
    auto const who = change.person ? find_acquaintance(notebook, change.person) : std::nullopt;
    auto const name = who ? fmt::format(" {} [{}]", clean_line(full_name(who->name), 60), change.person.value) : std::string{};
    auto const value = is_readable(change.what) ? clean_line(change.after, 60) : std::string{};
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
